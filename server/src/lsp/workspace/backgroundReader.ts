import type { KeptBlock } from "../../core/document/block";
import { foldsIn } from "../../features/folding";
import { Turn } from "../../host/timeSlice";
import type { Workspace } from "./workspace";

/** Milliseconds until the first report of the findings so far; each later interval is twice as long. */
const firstInterval = 100;

/** Milliseconds for the first look at an opened file: enough for its visible part. */
export const firstLook = 60;

/** Milliseconds for the requests about the visible part of a long file, before it is split into blocks. */
const splitDelay = 20;

/** The progress of reading a long file. */
export interface News {
  /** the part that was read, from 0 to 1 */
  readonly share: number;
  readonly isRead: boolean;
}

/** Reads open files in slices of time, so that a long file delays no request. */
export class BackgroundReader {
  readonly #workspace: Workspace;
  readonly #news: (uri: string, news: News) => void;
  readonly #running = new Map<string, Run>();

  /** @param news called at growing intervals while a file is read, and at its end or when the file is closed */
  constructor(workspace: Workspace, news: (uri: string, news: News) => void) {
    this.#workspace = workspace;
    this.#news = news;
  }

  /** The file was opened: its visible part is read at once, and the rest in the background. */
  open(uri: string): void {
    if (!this.#readSlice(uri, new Turn(firstLook))) this.#begin(uri, 0);
  }

  /** The file was opened: it is split into blocks and read in the background, after a short delay. */
  openLater(uri: string): void {
    this.#begin(uri, 0, splitDelay);
  }

  /**
   * Reads a little at once, and the rest in the background.
   * @param line of the cursor, 0-based, which is read first
   * @returns true if all of it is read
   */
  read(uri: string, line?: number): boolean {
    const run = this.#running.get(uri);
    if (run) {
      run.line = line ?? run.line;
      return false;
    }
    if (this.#readSlice(uri, new Turn(), line)) return true;
    this.#begin(uri, line ?? 0);
    return false;
  }

  /** Reads the file, and resolves once that is done or the file is closed. */
  async settled(uri: string): Promise<void> {
    if (!this.read(uri)) await this.#running.get(uri)?.done;
  }

  #begin(uri: string, line: number, delay = 0): void {
    const begun: Run = { line, done: Promise.resolve() };
    this.#running.set(uri, begun);
    begun.done = this.#continue(uri, begun, delay);
    // those who wait for it get the error; the next request starts again
    begun.done.catch(() => this.#running.get(uri) === begun && this.#running.delete(uri));
  }

  async #continue(uri: string, run: Run, delay: number): Promise<void> {
    if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
    const turn = new Turn();
    const started = performance.now();
    let nextNews = firstInterval;
    for (let isRead = false; !isRead; ) {
      await turn.next();
      isRead = this.#readSlice(uri, turn, run.line);
      if (isRead || performance.now() - started < nextNews) continue;
      nextNews *= 2;
      this.#news(uri, { share: this.#workspace.document(uri)?.list.shareRead ?? 1, isRead });
    }
    this.#running.delete(uri);
    this.#news(uri, { share: 1, isRead: true });
  }

  #readSlice(uri: string, turn: Turn, line = 0): boolean {
    const document = this.#workspace.document(uri);
    if (!document || document.isRead) return true;
    // editors ask for the folds of each opened file, which need the nodes
    const take = (block: KeptBlock): void => void block.derive(foldsIn);
    return document.readSome(() => turn.isOver(), document.indexOfLine(line), take);
  }
}

interface Run {
  line: number;
  done: Promise<void>;
}
