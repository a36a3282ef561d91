import type { Correction } from "../catalogue/vocabulary";
import type { Unit } from "../document/parseBlock";
import type { Finding, Fix } from "../findings/finding";
import { messageText } from "../text/displayText";
import { replaceScalar, replaceValue } from "../yaml/edits";
import { entriesOf, rangeOf } from "../yaml/nodes";
import type { RuleContext, UnitRule } from "./rule";
import { removalFixes, type ThemeEntry, themeEntries } from "./themeEntries";

/** `[securty]`, `[security/ai]` and `[none]` */
export const unknownTheme: UnitRule = { codes: ["unknown-theme", "unknown-topic"], check };

function check(unit: Unit, context: RuleContext): readonly Finding[] {
  return themeEntries(unit, context.vocabulary)
    .filter(({ isKnown }) => !isKnown)
    .map((entry) =>
      entry.ref === "none" ? noneInListFinding(entry, context.text) : unknownReferenceFinding(entry, context),
    );
}

/** `[none]` instead of `none`, and `[security, none]`. */
function noneInListFinding(entry: ThemeEntry, text: string): Finding {
  return {
    code: "unknown-theme",
    range: entry.range,
    message: "`none` cannot be an entry of a list: write `themes: none`.",
    fixes: () => noneFixes(entry, text),
  };
}

function noneFixes(entry: ThemeEntry, text: string): readonly Fix[] {
  const { list } = entry;
  if (entriesOf(list).length > 1) return removalFixes("Remove `none`", entry, text, false);
  const { start, end } = rangeOf(list);
  if (text.slice(start, end).includes("\n")) return [];
  return [{ title: "Write `themes: none`", edits: [replaceValue(text, list, "none")], preferred: true }];
}

function unknownReferenceFinding(entry: ThemeEntry, context: RuleContext): Finding {
  const { ref, range } = entry;
  const theme = ref.includes("/") ? context.vocabulary.resolve(ref.split("/")[0] ?? "")?.ref : undefined;
  const candidates = context.vocabulary.correctionsFor(ref);
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
