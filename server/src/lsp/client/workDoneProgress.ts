import type { Client } from "./client";

export type ProgressToken = string | number;

interface ProgressBegin {
  readonly title: string;
  readonly percentage?: number;
  readonly cancellable?: boolean;
}

interface ProgressReport {
  readonly message?: string;
  readonly percentage?: number;
}

/** Progress that the client shows from the moment it accepts the token. Nothing waits for the client. */
export class WorkDoneProgress {
  readonly token: ProgressToken;
  readonly #client: Client;
  #isShown = false;
  #isOver = false;

  /** @param isAccepted true if the token is the client's own */
  private constructor(
    client: Client,
    token: ProgressToken,
    begin: ProgressBegin,
    isAccepted: Promise<boolean>,
  ) {
    this.#client = client;
    this.token = token;
    void this.#begin(begin, isAccepted);
  }

  /** Progress under a token of the client's request. */
  static of(client: Client, token: ProgressToken, begin: ProgressBegin): WorkDoneProgress {
    return new WorkDoneProgress(client, token, begin, Promise.resolve(true));
  }

  /** Progress under a token of the server, for a client that supports this. */
  static create(client: Client, token: ProgressToken, begin: ProgressBegin): WorkDoneProgress {
    const reply = client.ask("window/workDoneProgress/create", { token });
    return new WorkDoneProgress(
      client,
      token,
      begin,
      reply.then(({ isAnswered }) => isAnswered),
    );
  }

  report(report: ProgressReport): void {
    if (this.#isShown && !this.#isOver) this.#send({ kind: "report", ...report });
  }

  end(): void {
    this.#isOver = true;
    if (this.#isShown) this.#send({ kind: "end" });
  }

  async #begin(begin: ProgressBegin, isAccepted: Promise<boolean>): Promise<void> {
    if (!(await isAccepted)) return;
    this.#isShown = true;
    this.#send({ kind: "begin", ...begin });
    if (this.#isOver) this.end();
  }

  #send(value: object): void {
    this.#client.notify("$/progress", { token: this.token, value });
  }
}
