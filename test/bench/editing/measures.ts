/** The measures of an open file, one function each. */
import type { Editor } from "./editor";
import type { Place, Places } from "./meeting";

export interface Measure {
  readonly name: string;
  /** Takes one sample, in milliseconds; afterwards the server has nothing left to do. */
  take(editor: Editor, places: Places): Promise<number>;
}

export const measures: readonly Measure[] = [
  {
    name: "round trip",
    // no server knows this one, so that it answers at once
    take: (editor) => timed(() => editor.request("$/nothing").catch(() => undefined)),
  },
  keystroke("keystroke in notes → diagnostics", (places) => places.notes, "x"),
  keystroke("keystroke in a title → diagnostics", (places) => places.title, "x"),
  keystroke("new line → diagnostics", (places) => places.lineEnd, "\n      more"),
  asked("completion of a theme", "textDocument/completion", ({ theme }) => theme, "e"),
  asked("completion of a status", "textDocument/completion", ({ status }) => status, "n"),
  asked(
    "hover",
    "textDocument/hover",
    ({ notes }) => notes,
    "x",
    ({ key }) => key,
  ),
  asked("document symbols", "textDocument/documentSymbol", ({ notes }) => notes, "x"),
  asked("folding ranges", "textDocument/foldingRange", ({ notes }) => notes, "x"),
  asked("document links", "textDocument/documentLink", ({ notes }) => notes, "x"),
];

/** From the change that an editor sends to the findings of the text that it leaves. */
function keystroke(name: string, where: (places: Places) => Place, text: string): Measure {
  return {
    name,
    async take(editor, places) {
      const start = performance.now();
      return (await type(editor, where(places), text)).at - start;
    },
  };
}

/** A request sent right after a change, at the cursor unless another place is named. */
function asked(
  name: string,
  method: string,
  where: (places: Places) => Place,
  text: string,
  about?: (places: Places) => Place,
): Measure {
  return {
    name: `${name} right after`,
    async take(editor, places) {
      const published = editor.kind.pulls ? undefined : editor.findings();
      const time = await timed(() => {
        const cursor = editor.type(where(places), text);
        return editor.request(method, { position: about?.(places) ?? cursor });
      });
      if (published) await published;
      else await editor.pull();
      return time;
    },
  };
}

async function type(editor: Editor, place: Place, text: string): Promise<{ readonly at: number }> {
  const findings = editor.findings();
  editor.type(place, text);
  if (editor.kind.pulls) await editor.pull();
  return findings;
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}
