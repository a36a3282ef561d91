import { isSeq } from "yaml";
import type { Correction } from "../../catalogue/vocabulary";
import type { Unit } from "../../document/parseBlock";
import type { Finding, Fix } from "../../findings/finding";
import { messageText } from "../../text/displayText";
import { isPlaceholder } from "../../text/placeholderWord";
import { replaceScalar, replaceValue } from "../../yaml/edits";
import { pairOf, rangeOf } from "../../yaml/nodes";
import { replaceBlockList } from "../../yaml/removeKey";
import type { RuleContext, UnitRule } from "../shared/rule";
import { holdsEntry } from "./misalignedEntries";
import { removalFixes, type ThemeEntry, themeEntries } from "./themeEntries";
import { coversThemeWords, splitFix, themesIn } from "./themeParts";

/** `[securty]`, `[security/ai]` and `[none]` */
export const unknownTheme: UnitRule = { codes: ["unknown-theme", "unknown-topic"], check };

function check(unit: Unit, context: RuleContext): readonly Finding[] {
  const entries = themeEntries(unit, context.vocabulary);
  const areAllNone = entries.length > 0 && entries.every(isNoTheme);
  return entries
    .filter((entry, at) => !entry.isKnown && !holdsEntry(entry.node, context.text) && !(areAllNone && at > 0))
    .map((entry) =>
      isNoTheme(entry)
        ? noneInListFinding(entry, areAllNone, unit, context.text)
        : unknownReferenceFinding(entry, context),
    );
}

/** `none` and words like it: `N/A`, `tbd`. */
function isNoTheme({ ref, isKnown }: ThemeEntry): boolean {
  return !isKnown && isPlaceholder(ref);
}

/** `[none]` instead of `none`, and `[security, none]`. */
function noneInListFinding(entry: ThemeEntry, areAllNone: boolean, unit: Unit, text: string): Finding {
  const advice = areAllNone ? "write `themes: none`" : "remove it";
  return {
    code: "unknown-theme",
    range: entry.range,
    message: `\`${messageText(entry.ref)}\` cannot be an entry of a list: ${advice}.`,
    fixes: () => (areAllNone ? writeNoneFixes(entry, unit, text) : removeNoneFixes(entry, text)),
  };
}

function removeNoneFixes(entry: ThemeEntry, text: string): readonly Fix[] {
  return removalFixes(`Remove \`${messageText(entry.ref)}\``, entry, text, false);
}

function writeNoneFixes({ list }: ThemeEntry, unit: Unit, text: string): readonly Fix[] {
  const { start, end } = rangeOf(list);
  const pair = pairOf(unit.node, "themes");
  const isOneLine = !text.slice(start, end).includes("\n");
  const edit =
    isSeq(list) && list.flow
      ? isOneLine && replaceValue(text, list, "none")
      : pair && replaceBlockList(text, pair, "none");
  return edit ? [{ title: "Write `themes: none`", edits: [edit], preferred: true }] : [];
}

function unknownReferenceFinding(entry: ThemeEntry, context: RuleContext): Finding {
  const { ref, range } = entry;
  const parts = themesIn(ref, context.vocabulary);
  if (parts)
    return {
      code: "unknown-theme",
      range,
      message: `Several themes in one entry: \`${messageText(ref)}\`. Each theme must be an entry of its own.`,
      fixes: () => [splitFix(entry, parts, context.text)],
    };
  const theme = ref.includes("/") ? context.vocabulary.resolve(ref.split("/")[0] ?? "")?.ref : undefined;
  const candidates = context.vocabulary
    .correctionsFor(ref)
    .filter((candidate) => coversThemeWords(candidate.ref, ref, context.vocabulary));
  const [best] = candidates;
  const problem = theme === undefined ? "Unknown theme" : `Unknown topic of \`${theme}\``;
  return {
    code: theme === undefined ? "unknown-theme" : "unknown-topic",
    range,
    message: `${problem}: \`${messageText(ref)}\`.${best ? ` Did you mean \`${best.ref}\`?` : adviceFor(ref)}`,
    fixes: () => replacements(entry, candidates, theme, context.text),
  };
}

/** `see notes` is a remark instead of a theme. */
function adviceFor(ref: string): string {
  return /\S\s/.test(ref) ? " Write a theme of the catalogue, or `themes: none`." : "";
}

/** @param theme the theme of the reference if only its topic is unknown */
function replacements(
  { node }: ThemeEntry,
  candidates: readonly Correction[],
  theme: string | undefined,
  text: string,
): readonly Fix[] {
  const isCertain =
    candidates[0]?.match === "exact" && candidates.filter(({ match: by }) => by === "exact").length === 1;
  const replaceWith = (ref: string, isFirst: boolean): Fix => ({
    title: `Replace with \`${ref}\``,
    edits: [replaceScalar(text, node, ref)],
    preferred: isFirst,
  });
  const fixes = candidates.map(({ ref }, rank) => ({
    ...replaceWith(ref, rank === 0),
    safe: rank === 0 && isCertain,
  }));
  if (theme === undefined || candidates.some(({ ref }) => ref === theme)) return fixes;
  return [...fixes, replaceWith(theme, fixes.length === 0)];
}
