import { refOf, type Suggestion } from "../../core/suggest/suggester";
import { suggestForItem } from "../../core/suggest/suggestForItem";
import { clip, jsonText, terminalPath, terminalText } from "../../core/text/displayText";
import { plural } from "../../core/text/wording";
import { type InputFile, type Request, readInput } from "../files/inputFiles";
import { writeOutput } from "../files/writeOutput";
import { parseFormat } from "../output/output";

interface ItemRow {
  readonly file: string;
  /** 1-based */
  readonly line: number;
  readonly title: string;
  readonly suggestions: readonly SuggestionRow[];
}

interface SuggestionRow extends Pick<Suggestion, "theme" | "topic" | "score" | "reasons"> {
  /** the words of `reasons` */
  readonly matched: readonly string[];
}

const reports = {
  text: (rows: readonly ItemRow[], files: number): string =>
    files === 0
      ? ""
      : `${rows.map(toText).join("")}${plural(rows.length, "untagged item")} in ${plural(files, "file")}\n`,
  json: (rows: readonly ItemRow[]): string => jsonText(rows),
} as const;

/** Lists themes for each untagged item, best first. @returns exit code 0, or 2 if a path cannot be read */
export async function suggest(request: Request & { readonly format?: string }): Promise<number> {
  const format = parseFormat(reports, request.format);
  const { files, hasUnreadable } = await readInput(request);
  const rows = files.flatMap(rowsOf);
  const report = reports[format](rows, files.length);
  await writeOutput(report, { output: request.output, isText: format === "text" });
  return hasUnreadable ? 2 : 0;
}

function rowsOf({ path, document }: InputFile): readonly ItemRow[] {
  return document.items().flatMap(({ summary, start, withUnit }): readonly ItemRow[] => {
    if (!summary.isUntagged) return [];
    const line = document.lineColumnOf(start + summary.titleRange.start).line + 1;
    return [
      {
        file: path,
        line,
        title: summary.title,
        suggestions: withUnit((unit) => suggestForItem(unit, document.suggester)).map(toSuggested),
      },
    ];
  });
}

function toSuggested({ theme, topic, score, reasons }: Suggestion): SuggestionRow {
  const matched = reasons.map(({ text }) => text);
  return { theme, ...(topic !== undefined && { topic }), score, matched, reasons };
}

/** maximum UTF-16 units shown of a title */
const maxTitle = 200;

/** Omits suggestions whose score rounds to 0.00; the JSON has all. */
function toText({ file, line, title, suggestions }: ItemRow): string {
  const lines = suggestions.flatMap((suggestion) => {
    const score = suggestion.score.toFixed(2);
    return score === "0.00"
      ? []
      : `    ${refOf(suggestion)} ${score} (${terminalText(suggestion.matched.join(", "))})\n`;
  });
  return `${terminalPath(file)}:${line}: ${terminalText(clip(title, maxTitle))}\n${lines.length > 0 ? lines.join("") : "    no suggestion\n"}`;
}
