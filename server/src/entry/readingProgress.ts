import type { Connection, WorkDoneProgressReporter } from "vscode-languageserver";
import type { News } from "./backgroundReader";

/** Shows how far the reading of a long file is, in clients that can. */
export class ReadingProgress {
  readonly #connection: Connection;
  readonly #open = new Map<string, Promise<WorkDoneProgressReporter>>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async tell(uri: string, { share, isRead }: News): Promise<void> {
    const known = this.#open.get(uri);
    if (isRead) {
      this.#open.delete(uri);
      (await known)?.done();
      return;
    }
    if (known) (await known).report(percent(share));
    else this.#open.set(uri, this.#begin(share));
  }

  async #begin(share: number): Promise<WorkDoneProgressReporter> {
    const progress = await this.#connection.window.createWorkDoneProgress();
    progress.begin("Reading a long meeting", percent(share));
    return progress;
  }
}

function percent(share: number): number {
  return Math.floor(share * 100);
}
