/** Reads one block: its rules, its summaries and its suppression comments. */
import { visit } from "yaml";
import type { BlockReader, Reading } from "../document/block";
import { summarise } from "../document/itemSummary";
import type { ParsedBlock, Unit } from "../document/parseBlock";
import type { Cut } from "../document/splitIntoBlocks";
import { suppressionsIn } from "../document/suppressionComments";
import { byPlace, type Finding, withPlainMessages } from "../findings/finding";
import { blockRules, unitRules } from "../rules/index";
import type { RuleContext } from "../rules/rule";
import type { Range } from "../text/range";
import { rangeOf } from "../yaml/nodes";
import type { Knowledge } from "./knowledge";

/** @returns what reads blocks by this knowledge; one for all documents that are to share blocks */
export function blockReader(knowledge: Knowledge): BlockReader {
  const { limits } = knowledge;
  return { ...(limits && { limits }), read: (parsed, piece) => readingOf(parsed, piece, knowledge) };
}

function readingOf(parsed: ParsedBlock, piece: Cut, knowledge: Knowledge): Reading {
  const { text, sound, unresolvedAliases } = parsed;
  const problems = parsed.problems();
  const context: RuleContext = { text, ...knowledge };
  const checked = sound
    ? parsed.units.filter(({ sound }) => sound).flatMap((unit) => findingsOf(unit, context))
    : [];
  const findings = [...problems, ...checked, ...blockRules.flatMap((rule) => rule.check(text, piece))].map(
    withPlainMessages,
  );
  return {
    isLight: false,
    sound,
    isBroken: !sound || problems.some(({ code }) => code === "yaml-syntax"),
    unresolvedAliases,
    summaries: parsed.units.map(summarise),
    findings: findings.sort(byPlace),
    suppressions: suppressionsIn(
      text,
      parsed.units.map(({ range }) => range),
      literalsOf(parsed),
    ),
  };
}

/** Findings told of one item; those behind them are told once these are mended. */
const mostFindings = 20;

function findingsOf(unit: Unit, context: RuleContext): readonly Finding[] {
  const found = unitRules.flatMap((rule) => rule.check(unit, context));
  return found.length > mostFindings ? found.sort(byPlace).slice(0, mostFindings) : found;
}

/** Ranges of scalars that may hold a `#` of their own. */
function literalsOf(parsed: ParsedBlock): readonly Range[] {
  if (!parsed.text.includes("wlcg-notes-disable")) return [];
  const ranges: Range[] = [];
  const roots = [...parsed.units.map(({ node }) => node), ...parsed.entries.map(({ value }) => value)];
  for (const root of roots) {
    if (root) visit(root, { Scalar: (_, node) => void ranges.push(rangeOf(node)) });
  }
  return ranges;
}
