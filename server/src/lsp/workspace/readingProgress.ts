import type { Client } from "../client/client";
import type { ClientSupport } from "../client/clientCapabilities";
import { WorkDoneProgress } from "../client/workDoneProgress";
import type { ReadingState } from "./backgroundReader";

/** Shows the progress of reading a long file, if the client supports that. */
export class ReadingProgress {
  readonly #client: Client;
  readonly #isSupported: boolean;
  readonly #byUri = new Map<string, WorkDoneProgress>();
  #count = 0;

  constructor(client: Client, { progress }: ClientSupport) {
    this.#client = client;
    this.#isSupported = progress;
  }

  report(uri: string, { fraction, isRead }: ReadingState): void {
    const progress = this.#byUri.get(uri);
    const percentage = Math.floor(fraction * 100);
    if (isRead) {
      this.#byUri.delete(uri);
      progress?.end();
    } else if (progress) progress.report({ percentage });
    else if (this.#isSupported) {
      const token = `wlcg-notes-reading-${++this.#count}`;
      const begin = { title: "Reading a long meeting", percentage };
      this.#byUri.set(uri, WorkDoneProgress.create(this.#client, token, begin));
    }
  }
}
