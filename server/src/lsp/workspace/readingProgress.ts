import type { Client } from "../client/client";
import type { ClientSupport } from "../client/clientCapabilities";
import type { ReadingState } from "./backgroundReader";

interface Progress {
  readonly token: string;
  /** the client has accepted the token */
  isShown: boolean;
  isOver: boolean;
}

/** Shows the progress of reading a long file, if the client supports that. */
export class ReadingProgress {
  readonly #client: Client;
  readonly #isSupported: boolean;
  readonly #byUri = new Map<string, Progress>();
  #count = 0;

  constructor(client: Client, { progress }: ClientSupport) {
    this.#client = client;
    this.#isSupported = progress;
  }

  report(uri: string, { fraction, isRead }: ReadingState): void {
    const progress = this.#byUri.get(uri);
    if (isRead) {
      this.#byUri.delete(uri);
      if (progress) this.#end(progress);
    } else if (progress) {
      if (progress.isShown) this.#send(progress, { kind: "report", percentage: percent(fraction) });
    } else if (this.#isSupported) void this.#begin(uri, fraction);
  }

  async #begin(uri: string, fraction: number): Promise<void> {
    const token = `wlcg-notes-reading-${++this.#count}`;
    const progress: Progress = { token, isShown: false, isOver: false };
    this.#byUri.set(uri, progress);
    const { isAnswered } = await this.#client.ask("window/workDoneProgress/create", { token });
    if (!isAnswered) return;
    progress.isShown = true;
    this.#send(progress, { kind: "begin", title: "Reading a long meeting", percentage: percent(fraction) });
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

function percent(fraction: number): number {
  return Math.floor(fraction * 100);
}
