import type { Client } from "../client/client";
import type { ClientSupport } from "../client/clientCapabilities";
import type { News } from "./backgroundReader";

interface Progress {
  readonly token: string;
  /** the client takes reports for it */
  isShown: boolean;
  isOver: boolean;
}

/** Shows the progress of reading a long file, if the client supports that. */
export class ReadingProgress {
  readonly #client: Client;
  readonly #isSupported: boolean;
  readonly #open = new Map<string, Progress>();
  #count = 0;

  constructor(client: Client, { progress }: ClientSupport) {
    this.#client = client;
    this.#isSupported = progress;
  }

  tell(uri: string, { share, isRead }: News): void {
    const known = this.#open.get(uri);
    if (isRead) {
      this.#open.delete(uri);
      if (known) this.#end(known);
    } else if (known) {
      if (known.isShown) this.#send(known, { kind: "report", percentage: percent(share) });
    } else if (this.#isSupported) void this.#begin(uri, share);
  }

  async #begin(uri: string, share: number): Promise<void> {
    const token = `wlcg-notes-reading-${++this.#count}`;
    const progress: Progress = { token, isShown: false, isOver: false };
    this.#open.set(uri, progress);
    const { isAnswered } = await this.#client.ask("window/workDoneProgress/create", { token });
    if (!isAnswered) return;
    progress.isShown = true;
    this.#send(progress, { kind: "begin", title: "Reading a long meeting", percentage: percent(share) });
    if (progress.isOver) this.#end(progress);
  }

  #end(progress: Progress): void {
    progress.isOver = true;
    if (progress.isShown) this.#send(progress, { kind: "end" });
  }

  #send({ token }: Progress, value: object): void {
    this.#client.notify("$/progress", { token, value });
  }
}

function percent(share: number): number {
  return Math.floor(share * 100);
}
