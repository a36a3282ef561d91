import type { KeptBlock } from "../../core/document/block";
import { foldsIn } from "../../features/folding";
import { Turn } from "../../host/timeSlice";
import type { Workspace } from "./workspace";

/** Milliseconds after which what was found so far is told, and after which again, twice as long each time. */
const firstNews = 100;

/** Milliseconds for the first look at a file that was opened: enough for what one sees of it. */
export const firstLook = 60;

/** Milliseconds in which a client asks for what one sees of a file, before all of it is cut. */
const patience = 20;

/** What is told of a file that takes long to read. */
export interface News {
  /** how much of it was read, from 0 to 1 */
  readonly share: number;
  readonly isRead: boolean;
}

/** Reads open files a slice at a time, so that nobody waits for a long one. */
export class BackgroundReader {
  readonly #workspace: Workspace;
  readonly #news: (uri: string, news: News) => void;
  readonly #running = new Map<string, Run>();

  /** @param news called now and then while a file is being read, and once it is or was closed */
  constructor(workspace: Workspace, news: (uri: string, news: News) => void) {
    this.#workspace = workspace;
    this.#news = news;
  }

  /** The file was opened: what one sees of it is read at once, and the rest in the background. */
  open(uri: string): void {
    if (!this.#readSlice(uri, new Turn(firstLook))) this.#begin(uri, 0);
  }

  /** The file was opened: it is cut and read in the background, in a moment. */
  openLater(uri: string): void {
    this.#begin(uri, 0, patience);
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
    begun.done = this.#goOn(uri, begun, delay);
    // who waits for it is told; the next who asks begins anew
    begun.done.catch(() => this.#running.get(uri) === begun && this.#running.delete(uri));
  }

  async #goOn(uri: string, run: Run, delay: number): Promise<void> {
    if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
    const turn = new Turn();
    const started = performance.now();
    let nextNews = firstNews;
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
    // folds are told of each file that is opened, and need the nodes
    const take = (block: KeptBlock): void => void block.derive(foldsIn);
    return document.readSome(() => turn.isOver(), document.indexOfLine(line), take);
  }
}

interface Run {
  line: number;
  done: Promise<void>;
}
