/** Characters that look like those of YAML: one finding for a block, at the first of them, with one fix. */
import { isSeq } from "yaml";
import type { Finding, Fix } from "../findings/finding";
import {
  bracketClass,
  colonClass,
  commaClass,
  dashOrBulletClass,
  describeCharacter,
  invisibleClass,
  separatorClass,
  spaceClass,
  typographicQuoteClass,
} from "../text/lookAlikes";
import { applyEdits, type Edit } from "../text/range";
import { blanksStart } from "../yaml/lineShape";
import { parseYaml } from "../yaml/parseYaml";
import type { Correction, LookAlikeRole } from "./lookAlikeCorrection";
import { type BlockPlace, readLookAlikes } from "./lookAlikeReader";
import { tabMessage } from "./spaces";

export interface LookAlikes {
  readonly finding: Finding;
  /** true if the block cannot be read as it is */
  readonly isStructural: boolean;
  /** true if all characters are tabs or bullets, which a text may have */
  readonly mayBeText: boolean;
}

const lookAlikes: readonly RegExp[] = [
  new RegExp(`[${spaceClass}${invisibleClass}${separatorClass}${colonClass}]`),
  new RegExp(`[${dashOrBulletClass}${typographicQuoteClass}${commaClass}${bracketClass}]`, "u"),
  // full-width, Greek and Cyrillic letters in a key
  /[\uff21-\uff5a\u0370-\u052f][^\n:]{0,20}:/,
];
/** All characters other than ASCII and Latin letters, and the separators of ASCII. */
const unusual = /[\v\f\x80-\xbf\u0250-\uffff]/;
/** `* title: x` and `1. title: x`, and another mark before a key */
const markBeforeKey =
  /^[ \t]*(?:(?:[*+]|--|\(?\w{1,4}[.)]|o)[ \t]|[^\s\p{L}"'[\]{}#&!?:|@%-]{1,4}-?[ \t]{0,9}\w{2,20}:)/mu;

/** False for most texts, which need not be read. */
function mayHoldLookAlikes(text: string): boolean {
  return (
    (unusual.test(text) && lookAlikes.some((pattern) => pattern.test(text))) ||
    markBeforeKey.test(text) ||
    (text.includes("`") && (text.includes("'") || hasBacktickAtStart(text)))
  );
}

/** True for a backtick where a value may begin; others are of Markdown. */
function hasBacktickAtStart(text: string): boolean {
  for (let at = text.indexOf("`"); at >= 0; at = text.indexOf("`", at + 1)) {
    const before = text[blanksStart(text, 0, at) - 1];
    if (before === undefined || /[\n\r\u2028\u2029:,[{-]/.test(before)) return true;
  }
  return false;
}

/**
 * @returns the finding of a block with characters that have to be replaced; undefined for most blocks
 */
export function lookAlikesIn(text: string, place: BlockPlace): LookAlikes | undefined {
  const mayHold = mayHoldLookAlikes(text);
  const tabs = countTabIndents(text);
  const isIndentedWithTabs = tabs > (mayHold ? 0 : 1) && !isValid(text);
  if (!isIndentedWithTabs && !mayHold) return undefined;
  const corrections = isIndentedWithTabs ? readWithTabs(text, place) : readLookAlikes(text, place);
  const [first] = corrections;
  if (!first) return undefined;
  const edits = alignedEdits(text, corrections, place);
  const isValidAfter = isValid(applyEdits(text, edits));
  const fix: Fix = {
    title: titleOf(text, corrections),
    edits,
    preferred: true,
    safe: corrections.every(({ role }) => safeRoles.includes(role)) && isValidAfter,
  };
  const finding: Finding = {
    code: first.role === "tab" ? "yaml-syntax" : "look-alike-character",
    isAboutCharacters: true,
    range: rangeOf(text, first),
    message: messageOf(text, first),
    // an invisible character may be the only entry between two commas
    fixes: () => (isValidAfter || !isValid(text) ? [fix] : []),
  };
  return {
    finding,
    isStructural: corrections.some(({ isStructural }) => isStructural),
    mayBeText: corrections.every(({ role }) => role === "tab" || role === "dash"),
  };
}

/** The text with ordinary characters in its structure; for most texts the same text. */
export function withOrdinaryCharacters(text: string, place: BlockPlace): string {
  return mayHoldLookAlikes(text) ? applyEdits(text, readLookAlikes(text, place)) : text;
}

/** The lines with a tab in the indentation, or between a dash and what follows it. */
function countTabIndents(text: string): number {
  if (!text.includes("\t")) return 0;
  const indents = text.match(/^[ \t\u00a0]*(?:-[ \t\u00a0]*)?(?=[^\s#])/gm) ?? [];
  return indents.filter((indent) => indent.includes("\t")).length;
}

const tabWidths = [2, 4, 8, 3];

/** Corrects tabs too; their width is the first for which the text is valid. */
function readWithTabs(text: string, place: BlockPlace): readonly Correction[] {
  for (const tabWidth of tabWidths) {
    const corrections = readLookAlikes(text, { ...place, tabWidth });
    if (isValid(applyEdits(text, alignedEdits(text, corrections, place)), place)) return corrections;
  }
  return readLookAlikes(text, place);
}

/** Roles whose correction has one meaning only. */
const safeRoles: readonly LookAlikeRole[] = ["indentation", "blank", "invisible"];

/** True if the text parses; the text of an item, as one item. */
function isValid(text: string, { kind }: Pick<BlockPlace, "kind"> = { kind: "key" }): boolean {
  const { errors, contents } = parseYaml(text);
  return errors.length === 0 && (kind !== "item" || (isSeq(contents) && contents.items.length === 1));
}

function titleOf(text: string, corrections: readonly Correction[]): string {
  const [first] = corrections;
  const isOneKind = corrections.every(({ role }) => role === first?.role);
  if (!first || !isOneKind) return "Replace the look-alike characters";
  return titles[first.role](first, text);
}

const titles: Readonly<Record<LookAlikeRole, (correction: Correction, text: string) => string>> = {
  tab: () => "Replace the tabs with spaces",
  indentation: () => "Indent with ordinary spaces",
  blank: ({ text }) => (text.endsWith(" ") ? "Write an ordinary space" : "Remove the special space"),
  dash: () => "Write `- `",
  colon: () => "Write `:`",
  quote: ({ text }) => (text === "" ? "Remove the quotes" : "Use straight quotes"),
  bracket: () => "Write ordinary brackets",
  comma: () => "Write an ordinary comma",
  invisible: () => "Remove the invisible characters",
  letter: () => "Write the key in Latin letters",
  break: () => "Start a new line",
};

function messageOf(text: string, correction: Correction): string {
  if (correction.role === "tab") return tabMessage;
  const { start, end } = rangeOf(text, correction);
  const source = text.slice(start, end);
  const character =
    /^[\x21-\x7e]/.test(source) && source[0] !== "`" ? `\`${source}\`` : describeCharacter(source);
  return `${character} ${reasons[correction.role](correction)}`;
}

const reasons: Readonly<Record<Exclude<LookAlikeRole, "tab">, (correction: Correction) => string>> = {
  indentation: () => "is used as indentation; YAML needs ordinary spaces.",
  blank: ({ text }) =>
    text === ""
      ? "must be removed: it is no part of the value."
      : "is used as a space; YAML needs an ordinary space.",
  dash: () => "is used for an entry; YAML needs a hyphen and a space.",
  colon: () => "is used as a colon; YAML needs an ordinary `:`.",
  quote: ({ text }) =>
    text === ""
      ? "is used as a quote; a key needs no quotes."
      : "is used as a quote; YAML needs straight quotes.",
  bracket: () => "is used as a bracket; YAML needs `[ ]` or `{ }`.",
  comma: () => "is used as a comma; YAML needs an ordinary `,` in brackets.",
  invisible: () => "must be removed: it is invisible, and YAML reads it as text.",
  letter: ({ text }) => `is in this key; the key must be \`${text}\`, in Latin letters.`,
  break: () => "is used as a line break; YAML needs the end of a line.",
};

/** The look-alike characters at the place of a correction. */
function rangeOf(
  text: string,
  { start, end, role }: Correction,
): { readonly start: number; readonly end: number } {
  const source = text.slice(start, end);
  if (role === "tab") return { start: start + Math.max(0, source.indexOf("\t")), end };
  if (role === "dash") return { start, end: start + Math.max(1, source.trimEnd().length) };
  if (role === "quote")
    return { start, end: start === end ? end : start + (end - start > 2 ? end - start : 1) };
  const from = [...source].findIndex((character) => character > "\x7e" || character < " ");
  const offset = Math.max(0, from);
  let to = offset;
  while (to < source.length && ((source[to] ?? "") > "\x7e" || (source[to] ?? "") < " ")) to++;
  return { start: start + offset, end: start + Math.max(to, offset + 1) };
}

/** The corrections as edits that also move the item to the column of its siblings. */
function alignedEdits(text: string, corrections: readonly Correction[], place: BlockPlace): readonly Edit[] {
  const edits = corrections.map(({ start, end, text: replacement }) => ({ start, end, text: replacement }));
  const { kind, list, itemColumn } = place;
  if (kind !== "item" || !list || itemColumn === undefined) return edits;
  const lines = applyEdits(text, edits).split("\n");
  const dashLine = lines.find((line) => /^ *-(?:\s|$)/.test(line));
  const delta = itemColumn - (dashLine?.indexOf("-") ?? itemColumn);
  return delta === 0 ? edits : shiftedEdits(text, edits, delta);
}

function shiftedEdits(text: string, edits: readonly Edit[], delta: number): readonly Edit[] {
  const byStart = new Map(edits.map((edit) => [edit.start, edit]));
  for (let at = 0; at < text.length; ) {
    const newline = text.indexOf("\n", at);
    const end = newline < 0 ? text.length : newline;
    const edit = byStart.get(at);
    if (text.slice(at, end).trim() !== "") byStart.set(at, shiftedLine(text, at, edit, delta));
    at = end + 1;
  }
  return [...byStart.values()];
}

function shiftedLine(text: string, at: number, edit: Edit | undefined, delta: number): Edit {
  if (delta > 0) return { ...(edit ?? { start: at, end: at }), text: " ".repeat(delta) + (edit?.text ?? "") };
  const indent = /^ */.exec(edit ? edit.text : text.slice(at, at - delta))?.[0].length ?? 0;
  const removed = Math.min(-delta, indent);
  return edit ? { ...edit, text: edit.text.slice(removed) } : { start: at, end: at + removed, text: "" };
}
