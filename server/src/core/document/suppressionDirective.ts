/** Reads the words of a suppression comment, misspelt ones included. */
import { distance } from "fastest-levenshtein";
import { messageText } from "../text/displayText";
import type { Edit, Range } from "../text/range";
import { type CodeWords, comparable, isCode, type NamedCode, readCodes } from "./suppressionCodes";

export type SuppressionKind = "next-line" | "line" | "item" | "file";

/** A comment that does not have the form of a suppression; it applies in its corrected form. */
export interface SuppressionProblem extends Range {
  readonly message: string;
  /** undefined if the comment has no meaning */
  readonly correction?: Edit;
}

export interface Directive extends Range {
  readonly kind: SuppressionKind;
  readonly namedCodes: readonly NamedCode[];
  readonly problem?: SuppressionProblem;
}

/** The comment's name, its directive, and the words after it up to `--` and to characters that no code has. */
const commentPattern = /#[ \t]*((wlcg[-_ ]?notes?[-_: ])[ \t]?([a-z][\w-]*)((?:(?!--)[ \t\w,:;&+-])*))/gi;

/** True if a text may have a suppression comment; a quick check. */
export function mayHaveDirective(text: string): boolean {
  return /wlcg[-_ ]?note/i.test(text);
}

/**
 * @param isOwnLine true if only white space is before the comment at an offset
 * @returns the directives in the comments of a text, in order
 */
export function directivesIn(text: string, isOwnLine: (offset: number) => boolean): readonly Directive[] {
  return [...text.matchAll(commentPattern)].flatMap((match) => {
    const [whole, words = "", , directive = "", rest = ""] = match;
    const start = match.index + whole.length - words.length;
    const end = start + words.trimEnd().length;
    const scope = scopeOf(directive, rest, isOwnLine(match.index));
    if (!scope) return [];
    const at = start + words.length - rest.length + scope.taken;
    return [
      toDirective(
        { start, end },
        scope.kind,
        text.slice(start, at),
        text.slice(at, start + words.length),
        at,
      ),
    ];
  });
}

function toDirective(
  range: Range,
  kind: SuppressionKind | "enable",
  written: string,
  codeList: string,
  at: number,
): Directive {
  if (kind === "enable") {
    const message = "A suppression ends by itself: `enable` has no meaning.";
    const named = [{ code: "enable", ...range }];
    return { ...range, kind: "line", namedCodes: named, problem: { ...range, message } };
  }
  const name = `wlcg-notes-disable-${kind}`;
  const words = readCodes(codeList, at);
  const problem = problemIn(range, name, written, words);
  return { ...range, kind, namedCodes: words.named, ...(problem && { problem }) };
}

interface Scope {
  readonly kind: SuppressionKind | "enable";
  /** UTF-16 units of the words after the directive that belong to it */
  readonly taken: number;
}

/** Maximum UTF-16 units of the words of a directive before its codes. */
const maxDirectiveLength = 100;

/** `disable-nextline`, `disable next-line` and `disable`; undefined for a comment about something else. */
function scopeOf(directive: string, rest: string, isOwnLine: boolean): Scope | undefined {
  if (directive.length > maxDirectiveLength) return undefined;
  // bounded: 100 characters (maxDirectiveLength)
  const [, verb = "", scope = ""] = /^([a-z]+)[-_]?([\w-]*)$/i.exec(directive) ?? [];
  const action = verbOf(verb.toLowerCase());
  if (!action) return undefined;
  if (action === "enable") return { kind: "enable", taken: 0 };
  if (scope !== "") return toScope(kindOf(scope), lineWord(scope, rest).length);
  const [after = "", word = ""] = /^[ \t]+([\w-]+)/.exec(rest) ?? [];
  const part = lineWord(word, rest.slice(after.length));
  const kind = isExactScope(word + part.trim()) ? kindOf(word + part.trim()) : undefined;
  return kind
    ? { kind, taken: after.length + part.length }
    : { kind: isOwnLine ? "next-line" : "line", taken: 0 };
}

/** The ` line` of `next line`, with the blanks before it. */
function lineWord(scope: string, rest: string): string {
  return /^(?:next|this|same)$/i.test(scope) ? (/^[ \t]{1,9}line\b(?!-)/i.exec(rest)?.[0] ?? "") : "";
}

function toScope(kind: SuppressionKind | undefined, taken: number): Scope | undefined {
  return kind && { kind, taken };
}

const verbs = ["disable", "ignore", "suppress"];

function verbOf(verb: string): "disable" | "enable" | undefined {
  if (verb === "enable") return "enable";
  return verbs.some((known) => known === verb || (verb.length > 4 && distance(known, verb) <= 2))
    ? "disable"
    : undefined;
}

const kindsByName: Readonly<Record<string, SuppressionKind>> = {
  nextline: "next-line",
  next: "next-line",
  line: "line",
  thisline: "line",
  sameline: "line",
  item: "item",
  block: "item",
  file: "file",
  all: "file",
};

function isExactScope(word: string): boolean {
  return Object.hasOwn(kindsByName, comparable(word));
}

function kindOf(scope: string): SuppressionKind | undefined {
  const name = comparable(scope);
  const best = Object.keys(kindsByName).find((known) => known === name || known === name.replace(/s$/, ""));
  const near =
    best ?? Object.keys(kindsByName).find((known) => name.length > 3 && distance(known, name) <= 1);
  return near === undefined ? undefined : kindsByName[near];
}

/** The first problem of a comment; its correction corrects all of them. */
function problemIn(
  range: Range,
  name: string,
  written: string,
  { named, misspelt, reason, lacksComma, end }: CodeWords,
): SuppressionProblem | undefined {
  const list = named.map(({ code }) => code).join(", ");
  const text = `${name}${list === "" ? "" : ` ${list}`}${reason ? " -- " : ""}`;
  const correction = { start: range.start, end, text };
  if (written.trimEnd() !== name) {
    const shown = messageText(written.trim(), 40);
    const start = range.start;
    return {
      start,
      end: start + written.trimEnd().length,
      message: `Unknown directive \`${shown}\`. Did you mean \`${name}\`?`,
      correction,
    };
  }
  if (misspelt) {
    const { start, end: misspeltEnd, written: word, code } = misspelt;
    const message = `Unknown code \`${messageText(word, 40)}\`. Did you mean \`${code}\`?`;
    return { start, end: misspeltEnd, message, correction };
  }
  if (reason) return { ...reason, message: "A reason must follow ` -- `.", correction };
  const [first, last] = [named[0], named.at(-1)];
  if (!lacksComma || !first || !last || !named.every(({ code }) => isCode(code))) return undefined;
  return { start: first.start, end: last.end, message: "Codes must have commas between them.", correction };
}
