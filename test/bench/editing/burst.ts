/** Fast typing: letters, a completion request at each of them, and no time to wait for an answer. */
import { setTimeout as sleep } from "node:timers/promises";
import { CancellationTokenSource } from "vscode-jsonrpc/node";
import type { Editor } from "./editor";
import type { ServerName } from "./kinds";
import type { Place, Places } from "./meeting";
import { withinOr } from "./within";

/** How long the event loop of a server was blocked. */
export interface Delay {
  readonly server: ServerName;
  readonly size: number;
  /** of turns that were timed */
  readonly count: number;
  /** milliseconds */
  readonly max: number;
  /** percentile and milliseconds, the smallest first */
  readonly percentiles: readonly (readonly [number, number])[];
}

export interface Burst {
  /** milliseconds from the last letter to the completion asked for at it, and to its findings; Infinity where they are not waited for */
  readonly completion: number;
  readonly diagnostics: number;
  readonly delay: Omit<Delay, "server" | "size">;
}

const letters = 200;
/** milliseconds between two letters */
const letterInterval = 5;
/** milliseconds after the last letter for which an answer is waited for */
const maxWaitAfterBurst = 15_000;

export async function burst(editor: Editor, places: Places): Promise<Burst | undefined> {
  await editor.ask("begin");
  const keystrokes = new LetterSource(editor, places.notes);
  const start = performance.now();
  for (let index = 1; index < letters; index++) {
    keystrokes.next();
    await sleep(Math.max(0, start + index * letterInterval - performance.now()));
  }
  const lastAt = performance.now();
  const { completion, findings } = keystrokes.next();
  const [completionAt, findingsAt] = await withinOr(maxWaitAfterBurst, Promise.all([completion, findings]), [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
  ]);
  const delay = await withinOr(maxWaitAfterBurst, editor.ask("end"), undefined);
  if (delay === undefined) return undefined;
  return {
    completion: completionAt - lastAt,
    diagnostics: findingsAt - lastAt,
    delay: delay as Burst["delay"],
  };
}

/** Types letter by letter, and cancels the requests of the letter before. */
class LetterSource {
  readonly #editor: Editor;
  #place: Place;
  #asked = new CancellationTokenSource();

  constructor(editor: Editor, place: Place) {
    this.#editor = editor;
    this.#place = place;
  }

  /** Resolves to when the answers came. */
  next(): { readonly completion: Promise<number>; readonly findings: Promise<number> } {
    this.#asked.cancel();
    this.#asked = new CancellationTokenSource();
    const { token } = this.#asked;
    const editor = this.#editor;
    const findings = editor.kind.reportsVersion ? editor.findings() : undefined;
    editor.change(this.#place, this.#place, "x");
    this.#place = { line: this.#place.line, character: this.#place.character + 1 };
    const completion = editor
      .request("textDocument/completion", { position: this.#place }, token)
      .then(now, now);
    if (editor.kind.pulls) editor.pull(token).catch(() => undefined);
    return {
      completion,
      // what does not name its version may be of an older text until the last request is answered
      findings: (findings ?? completion.then(() => editor.findings())).then(({ at }) => at, now),
    };
  }
}

const now = (): number => performance.now();
