import { isScalar } from "yaml";
import type { Unit } from "../document/parseBlock";
import type { Finding } from "../findings/finding";
import { entriesOf, type Node, pairOf, rangeOf } from "../yaml/nodes";
import type { UnitRule } from "./shared/rule";

/** `survey-total`: the answers of a survey count more people than responded. */
export const surveyTotal: UnitRule = { codes: ["survey-total"], check };

function check({ kind, node }: Unit): readonly Finding[] {
  const responses = pairOf(node, "responses")?.value;
  const total = numberOf(responses);
  const sum = sumOfCounts(node);
  if (kind !== "surveys" || !responses || sum === undefined || !isCount(total) || sum <= total) return [];
  const range = rangeOf(responses);
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

/** Undefined if some `count` is not a whole number: another rule reports that. */
function sumOfCounts(survey: Node | null): number | undefined {
  const counts = entriesOf(pairOf(survey, "answers")?.value)
    .flatMap((answer) => pairOf(answer, "count")?.value ?? [])
    .map(numberOf);
  return counts.every(isCount) ? counts.reduce((sum, count) => sum + count, 0) : undefined;
}

function isCount(value: number | undefined): value is number {
  return value !== undefined && Number.isInteger(value) && value >= 0;
}

function numberOf(node: unknown): number | undefined {
  return isScalar(node) && typeof node.value === "number" && Number.isFinite(node.value)
    ? node.value
    : undefined;
}
