import { isScalar } from "yaml";
import type { Unit } from "../document/parseBlock";
import type { Finding } from "../findings/finding";
import { entriesOf, type KeyedValue, pairOf, pairsOf, rangeOf } from "../yaml/nodes";
import { quote } from "../yaml/scalars";
import type { RuleContext, UnitRule } from "./rule";

/** `yaml-syntax`: `title: !important notice`, where YAML reads the first word as a tag and drops it. */
export const unknownTag: UnitRule = { codes: ["yaml-syntax"], check };

function check(unit: Unit, { text }: RuleContext): readonly Finding[] {
  const actions = entriesOf(pairOf(unit.node, "actions")?.value);
  const answers = entriesOf(pairOf(unit.node, "answers")?.value);
  return [unit.node, ...actions, ...answers].flatMap((map) =>
    pairsOf(map).flatMap((pair) => tagFinding(pair, text)),
  );
}

function tagFinding({ name, key, value }: KeyedValue, text: string): readonly Finding[] {
  if (!isScalar(value) || !value.tag || value.tag.startsWith("tag:yaml.org,2002:")) return [];
  const start = text.indexOf("!", rangeOf(key).end);
  const { end } = rangeOf(value);
  if (start < 0 || start >= end || text.slice(start, end).includes("\n")) return [];
  const range = { start, end };
  const edits = [{ ...range, text: quote(text.slice(start, end)) }];
  return [
    {
      code: "yaml-syntax",
      range,
      message: `Quote this ${name}: \`!\` has a special meaning at the start of a value.`,
      fixes: () => [{ title: `Quote this ${name}`, edits, preferred: true }],
    },
  ];
}
