/** Corrects look-alike characters in a key, its quotes and its colon. */
import { invisibleClass } from "../text/lookAlikes";
import {
  blankRole,
  blanksEnd,
  type Correction,
  hasLookAlikeBlank,
  type LookAlikeRole,
} from "./lookAlikeCorrection";
import type { LookAlikeKey, ValueKind } from "./lookAlikeKey";

interface CorrectedKey {
  readonly corrections: readonly Correction[];
  /** the offset of the value */
  readonly value: number;
}

const invisible = new RegExp(`[${invisibleClass}]+`, "g");

/**
 * @param end of the line
 * @param kind of the value of the key
 */
export function correctKey(
  text: string,
  key: LookAlikeKey,
  end: number,
  kind: ValueKind | undefined,
): CorrectedKey {
  const { corrections, value } = correctColon(text, key, end, kind);
  return { corrections: [...nameCorrections(text, key), ...corrections], value };
}

function correction(start: number, end: number, text: string, role: LookAlikeRole): Correction {
  return { start, end, text, role, isStructural: true };
}

function nameCorrections(
  text: string,
  { name, isKnown, start, nameStart, nameEnd, end, colon }: LookAlikeKey,
): readonly Correction[] {
  const isQuoted = nameStart > start && !/["']/.test(text[start] ?? "");
  const isOtherWord = isKnown && text.slice(nameStart, nameEnd) !== name;
  return [
    ...(isQuoted ? [correction(start, nameStart, "", "quote")] : []),
    ...(isOtherWord ? wordCorrections(text, name, nameStart, nameEnd) : []),
    ...(isQuoted ? [correction(nameEnd, end, "", "quote")] : []),
    ...(hasLookAlikeBlank(text.slice(end, colon)) ? [correction(end, colon, "", "blank")] : []),
  ];
}

/** Removes invisible characters, or writes the whole name in Latin letters. */
function wordCorrections(text: string, name: string, start: number, end: number): readonly Correction[] {
  const word = text.slice(start, end);
  if (word.replaceAll(invisible, "") !== name) return [correction(start, end, name, "letter")];
  return [...word.matchAll(invisible)].map(({ 0: { length }, index }) =>
    correction(start + index, start + index + length, "", "invisible"),
  );
}

function correctColon(
  text: string,
  { colon }: LookAlikeKey,
  end: number,
  kind: ValueKind | undefined,
): CorrectedKey {
  const from = colon + 1;
  const next = blanksEnd(text, from, end);
  const source = text.slice(from, next);
  const written = source === "" && next < end ? ": " : ":";
  const colons = text[colon] === ":" ? [] : [correction(colon, from, written, "colon")];
  if (!hasLookAlikeBlank(source)) return { corrections: colons, value: next };
  const spaces = /^[ \t]+/.exec(source)?.[0].length ?? 0;
  const isValue = next < end || source.slice(spaces).replaceAll(invisible, "") === "";
  const isPartOfText = spaces > 0 && isValue && (kind === "text" || kind === undefined);
  if (isPartOfText) return { corrections: colons, value: from + spaces };
  const blank = correction(from, next, next < end ? " " : "", blankRole(source, "blank"));
  return { corrections: [...colons, blank], value: next };
}
