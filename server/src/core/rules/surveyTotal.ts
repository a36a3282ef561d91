import { isScalar } from "yaml";
import type { Finding } from "../finding";
import { entriesOf, pairOf, rangeOf } from "../nodes";
import type { Unit } from "../parse";

/** `survey-total`: the answers of a survey count more people than responded. */
export function surveyTotal(unit: Unit): readonly Finding[] {
  const responses = pairOf(unit.node, "responses");
  const total = numberOf(responses?.value);
  if (unit.kind !== "surveys" || !responses?.value || total === undefined) return [];
  const counts = entriesOf(pairOf(unit.node, "answers")?.value).map(
    (answer) => numberOf(pairOf(answer, "count")?.value) ?? 0,
  );
  const sum = counts.reduce((left, right) => left + right, 0);
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

function numberOf(node: unknown): number | undefined {
  return isScalar(node) && typeof node.value === "number" && Number.isFinite(node.value)
    ? node.value
    : undefined;
}
