/** `unused-suppression`: a comment without effect, or one that lists a code without effect. */

import type { BlockDocument } from "../document/blockDocument";
import type { NamedCode } from "../document/suppressionCodes";
import type { Suppression } from "../document/suppressionComments";
import type { SuppressionProblem } from "../document/suppressionDirective";
import { type Code, codes, isOnRequest } from "../findings/codes";
import type { Finding } from "../findings/finding";
import { crossItemRules } from "../rules/index";
import { messageText } from "../text/displayText";
import type { Edit } from "../text/range";
import { blanksStart } from "../yaml/lineShape";
import type { ScopedSuppression } from "./suppressionScope";

/** @returns the findings by block index, relative to the block's start; none for a block that does not parse */
export function unusedSuppressions(
  scoped: readonly ScopedSuppression[],
  document: BlockDocument,
): ReadonlyMap<number, readonly Finding[]> {
  const byBlock = new Map<number, Finding[]>();
  const isComplete = document.isRead && !document.hasSyntaxErrors();
  for (const { suppression, index, used } of scoped) {
    const block = document.blockList.blocks[index];
    if (!block?.isValidYaml) continue;
    if (!suppression.problem && !isComplete && dependsOnOthers(suppression)) continue;
    const unused = findingsFor(suppression, used, block.text);
    const blockFindings = byBlock.get(index);
    if (blockFindings) blockFindings.push(...unused);
    else if (unused.length > 0) byBlock.set(index, [...unused]);
  }
  return byBlock;
}

/** Codes that are not reported while some item does not parse. */
const dependentCodes: ReadonlySet<string> = new Set([
  ...crossItemRules.flatMap((rule) => rule.codes),
  "missing-key",
]);

/** True if the suppressed findings may depend on items that are not read yet or do not parse. */
function dependsOnOthers({ kind, namedCodes }: Suppression): boolean {
  return (
    kind === "file" || namedCodes.length === 0 || namedCodes.some(({ code }) => dependentCodes.has(code))
  );
}

function findingsFor(suppression: Suppression, used: ReadonlySet<Code>, text: string): readonly Finding[] {
  if (suppression.problem) return [problemFinding(suppression.problem, suppression, text)];
  const isUsed = ({ code }: NamedCode): boolean => used.has(code as Code) || isOnRequest(code);
  if (used.size === 0 && !suppression.namedCodes.some(isUsed)) return [unusedComment(suppression, text)];
  return suppression.namedCodes
    .filter((name) => !isUsed(name))
    .map((name) => unusedCode(name, suppression.namedCodes));
}

function problemFinding(
  { start, end, message, correction }: SuppressionProblem,
  suppression: Suppression,
  text: string,
): Finding {
  const title = correction
    ? `Replace with \`${messageText(correction.text.replace(/ -- $/, " -- …"), maxTitleLength)}\``
    : "Remove the comment";
  const edits = [correction ?? commentRemoval(suppression, text)];
  return {
    code: "unused-suppression",
    range: { start, end },
    message,
    fixes: () => [{ title, edits, preferred: true }],
  };
}

/** UTF-16 units of a correction in the title of its fix. */
const maxTitleLength = 80;

function unusedComment(suppression: Suppression, text: string): Finding {
  const { range, line, namedCodes: named } = suppression;
  const unknown = named.find((name) => !isCode(name));
  const edits = [commentRemoval(suppression, text)];
  return {
    code: "unused-suppression",
    range: { start: line.start + text.slice(line.start, range.start).lastIndexOf("#"), end: range.end },
    message: unknown ? unknownMessage(unknown) : "This suppression has no effect.",
    fixes: () => [{ title: "Remove the suppression", edits, preferred: true, safe: !unknown }],
  };
}

/** Removes the comment, and its line if the line has no other text. */
function commentRemoval({ range, line }: Suppression, text: string): Edit {
  const before = text.slice(line.start, range.start);
  if (/^\uFEFF?[ \t]*#[ \t]*$/.test(before)) {
    const start = line.start + (before.startsWith("\uFEFF") ? 1 : 0);
    const newline = text.indexOf("\n", line.start);
    return { start, end: newline < 0 ? text.length : newline + 1, text: "" };
  }
  return {
    start: blanksStart(text, line.start, line.start + before.lastIndexOf("#")),
    end: line.end,
    text: "",
  };
}

function unusedCode(name: NamedCode, named: readonly NamedCode[]): Finding {
  const edits = [codeRemoval(name, named)];
  const title = `Remove \`${messageText(name.code, 40)}\``;
  return {
    code: "unused-suppression",
    range: { start: name.start, end: name.end },
    message: isCode(name) ? `\`${name.code}\` is not reported here.` : unknownMessage(name),
    fixes: () => [{ title, edits, preferred: true, safe: isCode(name) }],
  };
}

/** Removes the code with the separator on one side of it. */
function codeRemoval(name: NamedCode, named: readonly NamedCode[]): Edit {
  const at = named.indexOf(name);
  const previous = named[at - 1];
  if (previous) return { start: previous.end, end: name.end, text: "" };
  return { start: name.start, end: named[at + 1]?.start ?? name.end, text: "" };
}

function unknownMessage({ code }: NamedCode): string {
  return `Unknown code \`${messageText(code, 40)}\`.`;
}

function isCode({ code }: NamedCode): boolean {
  return codes.some((candidate) => candidate === code);
}
