/** Reads one block: its rules, its summaries and its suppression comments. */
import { visit } from "yaml";
import type { BlockReader, BlockReading } from "../document/block";
import type { BlockShape } from "../document/blockSpan";
import { summarise } from "../document/itemSummary";
import type { ParsedBlock, Unit } from "../document/parseBlock";
import { suppressionsIn } from "../document/suppressionComments";
import { mayHaveDirective } from "../document/suppressionDirective";
import { compareByRange, type Finding, withSingleLineMessages } from "../findings/finding";
import { blockRules, unitRules } from "../rules/index";
import type { RuleContext } from "../rules/shared/rule";
import type { Range } from "../text/range";
import { rangeOf } from "../yaml/nodes";
import type { Knowledge } from "./knowledge";

/** @returns a reader of blocks with this knowledge; documents share blocks only if they have the same reader */
export function createBlockReader(knowledge: Knowledge): BlockReader {
  const { limits } = knowledge;
  return { ...(limits && { limits }), read: (parsed, shape) => readingOf(parsed, shape, knowledge) };
}

function readingOf(parsed: ParsedBlock, shape: BlockShape, knowledge: Knowledge): BlockReading {
  const { text, isValidYaml, unresolvedAliases } = parsed;
  const problems = parsed.problems();
  const context: RuleContext = { text, ...knowledge };
  // a block is misread until its look-alike characters are replaced
  const isMisread = parsed.isMisread ?? false;
  const unitFindings =
    isValidYaml && !isMisread
      ? parsed.units.filter(({ isConverted }) => isConverted).flatMap((unit) => findingsOf(unit, context))
      : [];
  const findings = [
    ...problems,
    ...unitFindings,
    ...(isMisread ? [] : blockRules.flatMap((rule) => rule.check(text, shape))),
  ].map(withSingleLineMessages);
  return {
    holdsNoNodes: false,
    isValidYaml,
    hasSyntaxErrors: !isValidYaml || isMisread || problems.some(({ code }) => code === "yaml-syntax"),
    unresolvedAliases,
    summaries: parsed.units.map(summarise),
    findings: findings.sort(compareByRange),
    suppressions: suppressionsIn(
      text,
      parsed.units.map(({ range }) => range),
      scalarRanges(parsed),
    ),
  };
}

/** Maximum number of findings per item; further ones appear once these are fixed. */
const maxFindingsPerItem = 20;

function findingsOf(unit: Unit, context: RuleContext): readonly Finding[] {
  const findings = unitRules.flatMap((rule) => rule.check(unit, context));
  return findings.length > maxFindingsPerItem
    ? findings.sort(compareByRange).slice(0, maxFindingsPerItem)
    : findings;
}

/** Ranges of all scalars: a `#` inside one does not start a comment. */
function scalarRanges(parsed: ParsedBlock): readonly Range[] {
  if (!mayHaveDirective(parsed.text)) return [];
  const ranges: Range[] = [];
  const roots = [...parsed.units.map(({ node }) => node), ...parsed.entries.map(({ value }) => value)];
  for (const root of roots) {
    if (root) visit(root, { Scalar: (_, node) => void ranges.push(rangeOf(node)) });
  }
  return ranges;
}
