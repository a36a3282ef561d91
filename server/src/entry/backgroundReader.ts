import type { Workspace } from "./workspace";

/** Milliseconds that reading may take before other work has its turn. */
const slice = 8;
/** Milliseconds after which what was found so far is shown, and after which again, twice as long each time. */
const firstNews = 100;

/** Reads open files a slice at a time, so that nobody waits for a long one. */
export class BackgroundReader {
  readonly #workspace: Workspace;
  /** called while a file is being read, and once it is */
  readonly #news: (uri: string, isRead: boolean) => void;
  readonly #running = new Map<string, Run>();

  constructor(workspace: Workspace, news: (uri: string, isRead: boolean) => void) {
    this.#workspace = workspace;
    this.#news = news;
  }

  /**
   * Reads a little at once, and the rest in the background.
   * @param line where somebody looks or types, 0-based: read first
   * @returns true where all is read
   */
  read(uri: string, line?: number): boolean {
    const run = this.#running.get(uri);
    if (run) {
      run.line = line ?? run.line;
      return false;
    }
    if (this.#readSlice(uri, line)) return true;
    this.#running.set(uri, this.#begin(uri, line));
    return false;
  }

  /** Reads the file, and resolves once that is done or the file is closed. */
  async settled(uri: string): Promise<void> {
    if (!this.read(uri)) await this.#running.get(uri)?.settled;
  }

  #begin(uri: string, line = 0): Run {
    let settle = (): void => {};
    const settled = new Promise<void>((resolve) => {
      settle = resolve;
    });
    const run: Run = { line, settled, settle, started: performance.now(), nextNews: firstNews };
    setImmediate(() => this.#goOn(uri, run));
    return run;
  }

  #goOn(uri: string, run: Run): void {
    const isRead = this.#readSlice(uri, run.line);
    if (isRead) {
      this.#running.delete(uri);
      this.#news(uri, true);
      run.settle();
      return;
    }
    if (performance.now() - run.started > run.nextNews) {
      run.nextNews *= 2;
      this.#news(uri, false);
    }
    setImmediate(() => this.#goOn(uri, run));
  }

  #readSlice(uri: string, line = 0): boolean {
    const document = this.#workspace.document(uri);
    if (!document || document.isRead) return true;
    const until = performance.now() + slice;
    return document.readSome(() => performance.now() > until, document.indexOfLine(line));
  }
}

interface Run {
  line: number;
  readonly settled: Promise<void>;
  readonly settle: () => void;
  readonly started: number;
  nextNews: number;
}
