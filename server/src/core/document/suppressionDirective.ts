/** Reads the words of a suppression comment, misspelt ones included. */
import { distance } from "fastest-levenshtein";
import { codes } from "../findings/codes";
import { messageText } from "../text/displayText";
import type { Edit, Range } from "../text/range";

export type SuppressionKind = "next-line" | "line" | "item" | "file";

/** A code in a suppression comment; it may not exist. */
export interface NamedCode extends Range {
  /** corrected if it is misspelt */
  readonly code: string;
}

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
const commentPattern = /#[ \t]*((wlcg[-_ ]?notes?[-_: ])[ \t]?([a-z][\w-]*)((?:(?!--)[ \t\w,:-])*))/gi;

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
  const words = readWords(codeList, at);
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
  if (scope !== "") return toScope(kindOf(scope), 0);
  const [after = "", word = ""] = /^[ \t]+([\w-]+)/.exec(rest) ?? [];
  const kind = isExactScope(word) ? kindOf(word) : undefined;
  return kind ? { kind, taken: after.length } : { kind: isOwnLine ? "next-line" : "line", taken: 0 };
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

interface CodeWords {
  readonly named: readonly NamedCode[];
  /** the first misspelt code */
  readonly misspelt?: Range & { readonly written: string; readonly code: string };
  /** from its first word to its last */
  readonly reason?: Range;
  readonly lacksComma: boolean;
  /** the end of the codes, or the start of the reason */
  readonly end: number;
}

interface Word extends Range {
  readonly text: string;
}

function readWords(codeList: string, at: number): CodeWords {
  const words: readonly Word[] = [...codeList.matchAll(/[^\s,:]+/g)].map(({ 0: text, index }) => ({
    text,
    start: at + index,
    end: at + index + text.length,
  }));
  const reasonAt = reasonIndex(words);
  const [first, second] = words.slice(reasonAt);
  const reasonStart = first?.text === "-" && second ? second.start : first?.start;
  const named: NamedCode[] = [];
  let misspelt: CodeWords["misspelt"];
  for (const { text, start, end } of joinedCodes(words.slice(0, reasonAt))) {
    const code = correctCode(text) ?? text;
    if (code !== text) misspelt ??= { written: text, code, start, end };
    named.push({ code, start, end });
  }
  const last = words.at(-1);
  return {
    named,
    ...(misspelt && { misspelt }),
    ...(first && last && { reason: { start: first.start, end: last.end } }),
    lacksComma: named.some(({ start }, index) => {
      const previous = named[index - 1];
      return previous && !codeList.slice(previous.end - at, start - at).includes(",");
    }),
    end: reasonStart ?? named.at(-1)?.end ?? at,
  };
}

/** `untagged item` as one code. */
function joinedCodes(words: readonly Word[]): readonly Word[] {
  const joined: Word[] = [];
  for (let at = 0; at < words.length; at++) {
    const [word, next] = [words[at] as Word, words[at + 1]];
    const text = `${word.text} ${next?.text ?? ""}`;
    const isPair = next && !isCode(word.text) && isCode(text.replace(" ", "-"));
    joined.push(isPair ? { text, start: word.start, end: next.end } : word);
    if (isPair) at++;
  }
  return joined;
}

/** The index of the first word of a reason: at least two words that are no codes, or `-` before it. */
function reasonIndex(words: readonly Word[]): number {
  let at = words.length;
  while (at > 0 && !isLikeCode(words, at - 1)) at--;
  return words.length - at >= 2 ? at : words.length;
}

function isLikeCode(words: readonly Word[], at: number): boolean {
  const text = words[at]?.text ?? "";
  const [previous, next] = [words[at - 1]?.text, words[at + 1]?.text];
  return correctCode(text) !== undefined || isCode(`${previous}-${text}`) || isCode(`${text}-${next}`);
}

function isCode(text: string): boolean {
  return codes.some((code) => code === text);
}

/** The code that a word is, also without its hyphens, in the plural, or with a letter wrong. */
function correctCode(text: string): string | undefined {
  const name = comparable(text);
  const candidates: readonly string[] = codes;
  const same = candidates.find((code) => comparable(code) === name || `${comparable(code)}s` === name);
  if (same !== undefined || name.length < 5) return same;
  const near = candidates.find((code) => name.length > 6 && distance(comparable(code), name) <= 2);
  const starting = candidates.filter((code) => comparable(code).startsWith(name));
  return near ?? (starting.length === 1 ? starting[0] : undefined);
}

function comparable(text: string): string {
  return text.toLowerCase().replaceAll(/[-_ ]/g, "");
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
