/** A file that was pasted with the code fence around it: "```yaml" above it or "```" below it. */
import type { Finding } from "../findings/finding";
import type { Range } from "../text/range";
import { layoutParses } from "./layout";
import type { LayoutShape } from "./layoutMapping";

/** @returns a finding if the block parses without its only fence at the margin */
export function codeFenceFinding(text: string, shape: LayoutShape): Finding | undefined {
  if (!text.includes("```")) return undefined;
  const [fence, ...others] = fencesAtMargin(text);
  const indented = text.match(/^[ \t]+```/gm)?.length ?? 0;
  // an odd one may be closed at the margin
  if (!fence || others.length > 0 || indented % 2 > 0) return undefined;
  const edits = [{ start: fence.start, end: lineBreakEnd(text, fence.end), text: "" }];
  if (!layoutParses(text, shape, edits)) return undefined;
  return {
    code: "yaml-syntax",
    range: fence,
    message: "A code fence is not part of the file: remove this line.",
    fixes: () => [{ title: "Remove the code fence", edits, preferred: true }],
  };
}

function fencesAtMargin(text: string): readonly Range[] {
  return [...text.matchAll(/^```[\w-]{0,20}[ \t]{0,20}\r?$/gm)].map(({ 0: line, index }) => ({
    start: index,
    end: index + line.trimEnd().length,
  }));
}

function lineBreakEnd(text: string, from: number): number {
  const newline = text.indexOf("\n", from);
  return newline < 0 ? text.length : newline + 1;
}
