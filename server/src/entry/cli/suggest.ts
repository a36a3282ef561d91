import { TextDocument } from "vscode-languageserver-textdocument";
import { isUntagged } from "../../core/rules/untaggedItem";
import { suggestionsFor } from "../../core/suggest/forUnit";
import { refOf, type Suggestion } from "../../core/suggest/index";
import { type InputFile, type Request, readInput } from "./files";
import { Unusable } from "./io";

interface Row {
  readonly file: string;
  /** 1-based */
  readonly line: number;
  readonly title: string;
  readonly suggestions: readonly (Suggestion & { readonly matched: readonly string[] })[];
}

/** Lists themes for each untagged item, best first. Exit 0, or 2 where a path cannot be read. */
export async function suggest(request: Request & { readonly format: string }): Promise<number> {
  if (request.format !== "text" && request.format !== "json")
    throw new Unusable(`unknown format "${request.format}": text, json`);
  const { files, hasUnreadable } = await readInput(request);
  const rows = files.flatMap(rowsOf);
  request.output.out(
    request.format === "json" ? `${JSON.stringify(rows, null, 2)}\n` : rows.map(toText).join(""),
  );
  return hasUnreadable ? 2 : 0;
}

function rowsOf({ path, document }: InputFile): readonly Row[] {
  const positions = TextDocument.create("", "", 0, document.text);
  return document.items().flatMap(({ unit, summary, start }): readonly Row[] => {
    if (!isUntagged(unit)) return [];
    const line = positions.positionAt(start + summary.titleRange.start).line + 1;
    return [
      {
        file: path,
        line,
        title: summary.title,
        suggestions: suggestionsFor(unit, document.suggester).map((one) => ({
          ...one,
          matched: one.reasons.map(({ text }) => text),
        })),
      },
    ];
  });
}

function toText({ file, line, title, suggestions }: Row): string {
  const lines = suggestions.map(
    ({ matched, score, ...one }) =>
      `    ${refOf({ ...one, score })} ${score.toFixed(2)} (${matched.join(", ")})\n`,
  );
  return `${file}:${line}: ${title}\n${lines.length > 0 ? lines.join("") : "    nothing convincing\n"}`;
}
