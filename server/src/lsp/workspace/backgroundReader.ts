import type { Block } from "../../core/document/block";
import { foldsIn } from "../../features/folding";
import { TimeSlice } from "../../host/timeSlice";
import type { Workspace } from "./workspace";

/** Milliseconds until the first report of the findings so far; each later interval is twice as long. */
const firstInterval = 100;

/** Milliseconds for reading a file when it is opened: enough for the first screen. */
export const firstReadDuration = 60;

/** Milliseconds for the requests about the visible part of a long file, before it is split into blocks. */
const splitDelay = 20;

/** The progress of reading a long file. */
export interface ReadingState {
  /** the part that was read, from 0 to 1 */
  readonly fraction: number;
  readonly isRead: boolean;
}

/** Reads open files in time slices, so that a long file delays no request. */
export class BackgroundReader {
  readonly #workspace: Workspace;
  readonly #onProgress: (uri: string, state: ReadingState) => void;
  readonly #runs = new Map<string, ReadingRun>();

  /**
   * @param onProgress called at growing intervals while a file is read, and at its end or when the file is
   * closed
   */
  constructor(workspace: Workspace, onProgress: (uri: string, state: ReadingState) => void) {
    this.#workspace = workspace;
    this.#onProgress = onProgress;
  }

  /** The file was opened: its visible part is read at once, and the rest in the background. */
  open(uri: string): void {
    if (!this.#readSlice(uri, new TimeSlice(firstReadDuration))) this.#startRun(uri, 0);
  }

  /** The file was opened: it is split into blocks and read in the background, after a short delay. */
  openLater(uri: string): void {
    this.#startRun(uri, 0, splitDelay);
  }

  /**
   * Reads one slice immediately and the rest in the background.
   * @param line 0-based line of the cursor or of the edit, read first
   * @returns true if everything is read
   */
  read(uri: string, line?: number): boolean {
    const run = this.#runs.get(uri);
    if (run) {
      run.line = line ?? run.line;
      return false;
    }
    if (this.#readSlice(uri, new TimeSlice(), line)) return true;
    this.#startRun(uri, line ?? 0);
    return false;
  }

  /** Reads the file, and resolves once that is done or the file is closed. */
  async fullyRead(uri: string): Promise<void> {
    if (!this.read(uri)) await this.#runs.get(uri)?.finished;
  }

  #startRun(uri: string, line: number, delay = 0): void {
    const run: ReadingRun = { line, finished: Promise.resolve() };
    this.#runs.set(uri, run);
    run.finished = this.#continue(uri, run, delay);
    // the waiting requests get the error; the next request starts again
    run.finished.catch(() => this.#runs.get(uri) === run && this.#runs.delete(uri));
  }

  async #continue(uri: string, run: ReadingRun, delay: number): Promise<void> {
    if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
    const slice = new TimeSlice();
    const started = performance.now();
    let nextReport = firstInterval;
    for (let isRead = false; !isRead; ) {
      await slice.yieldToEventLoop();
      isRead = this.#readSlice(uri, slice, run.line);
      if (isRead || performance.now() - started < nextReport) continue;
      nextReport *= 2;
      this.#onProgress(uri, { fraction: this.#workspace.document(uri)?.blockList.fractionRead ?? 1, isRead });
    }
    this.#runs.delete(uri);
    this.#onProgress(uri, { fraction: 1, isRead: true });
  }

  #readSlice(uri: string, slice: TimeSlice, line = 0): boolean {
    const document = this.#workspace.document(uri);
    if (!document || document.isRead) return true;
    // editors request the folds of each opened file, which need the nodes
    const cacheFolds = (block: Block): void => void block.cached(foldsIn);
    return document.readSome(() => slice.isOver(), document.blockIndexOfLine(line), cacheFolds);
  }
}

interface ReadingRun {
  line: number;
  finished: Promise<void>;
}
