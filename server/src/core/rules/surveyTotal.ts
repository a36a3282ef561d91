import { isScalar } from "yaml";
import type { Unit } from "../document/parseBlock";
import type { Finding } from "../findings/finding";
import { entriesOf, pairOf, rangeOf } from "../yaml/nodes";
import type { UnitRule } from "./rule";

/** `survey-total`: the answers of a survey count more people than responded. */
export const surveyTotal: UnitRule = { codes: ["survey-total"], check };

function check(unit: Unit): readonly Finding[] {
  const responses = pairOf(unit.node, "responses");
  const total = numberOf(responses?.value);
  if (unit.kind !== "surveys" || !responses?.value) return [];
  const counts = entriesOf(pairOf(unit.node, "answers")?.value).flatMap(
    (answer) => pairOf(answer, "count")?.value ?? [],
  );
  // what is no count at all is another finding
  if (!isCount(total) || counts.some((count) => !isCount(numberOf(count)))) return [];
  const sum = counts.reduce((left, count) => left + (numberOf(count) ?? 0), 0);
  if (sum <= total) return [];
  const range = rangeOf(responses.value);
  const fixes = () => [{ title: `Replace with \`${sum}\``, edits: [{ ...range, text: String(sum) }] }];
  return [
    {
      code: "survey-total",
      range,
      message: `The answers add up to ${sum}, more than the ${total} responses.`,
      fixes,
    },
  ];
}

function isCount(value: number | undefined): value is number {
  return value !== undefined && Number.isInteger(value) && value >= 0;
}

function numberOf(node: unknown): number | undefined {
  return isScalar(node) && typeof node.value === "number" && Number.isFinite(node.value)
    ? node.value
    : undefined;
}
