import type { ErrorObject } from "ajv";
import { isScalar } from "yaml";
import type { Unit } from "../../document/parseBlock";
import type { Finding } from "../../findings/finding";
import { nameOf } from "../../schema/itemKinds";
import { isDateKey } from "../../schema/keyKinds";
import { schemaAt } from "../../schema/schema";
import { readAddress } from "../../text/readAddress";
import { type Node, rangeOf, stringOf } from "../../yaml/nodes";
import type { RuleContext } from "../shared/rule";
import { choiceList, type SchemaLocation } from "../shared/schemaLocation";
import { choiceFixes, patternFixes } from "../values/valueFixes";

type FindingText = Pick<Finding, "message" | "fixes">;

/** `invalid-value` for a value of the right type; dates have a separate code. */
export function invalidValue(
  error: ErrorObject,
  location: SchemaLocation,
  unit: Unit,
  context: RuleContext,
): Finding | undefined {
  const { node } = location;
  const name = String(location.path.at(-1));
  const options = schemaAt(location.path)?.enum?.map(String);
  if (!node) return undefined;
  const finding = (text: FindingText): Finding => ({ code: "invalid-value", range: rangeOf(node), ...text });
  if (error.keyword === "enum" && options) return finding(optionFinding(options, name, node, context));
  if (isDateKey(name)) return undefined;
  if (error.keyword === "pattern") return finding(patternFinding(name, node, location, unit, context));
  return finding({ message: `\`${name}\` must be ${boundOf(error)}.` });
}

function optionFinding(
  options: readonly string[],
  name: string,
  node: Node,
  context: RuleContext,
): FindingText {
  return {
    message: `\`${name}\` must be ${choiceList(options)}.`,
    fixes: () => choiceFixes(options, node, context),
  };
}

function patternFinding(
  name: string,
  node: Node,
  location: SchemaLocation,
  unit: Unit,
  context: RuleContext,
): FindingText {
  const { path } = location;
  if (isScalar(node) && typeof node.value === "string" && node.value.trim() === "")
    return {
      message: `${typeof path.at(-1) === "number" ? "This entry" : `\`${name}\``} must not be blank.`,
    };
  const description =
    name === "url" ? readAddress(stringOf(node) ?? "").problem : patternDescription(name, unit);
  const isProblemKnown = name === "url" && !description.startsWith("An address must start");
  const example = isProblemKnown ? undefined : schemaAt(path)?.examples?.[0];
  return {
    message: `${description}${example === undefined ? "" : `, such as \`${String(example)}\``}.`,
    fixes: () => patternFixes(location, node, context),
  };
}

/** `at least 0` */
function boundOf({ keyword, params }: ErrorObject): string {
  // only `duration` has a maximum
  if (keyword === "maximum") return `at most ${String(params.limit)} minutes, which are 24 hours`;
  return `${keyword === "exclusiveMinimum" ? "more than" : "at least"} ${String(params.limit ?? 0)}`;
}

function patternDescription(name: string, unit: Unit): string {
  if (name === "start") return "`start` must be a time of day as `HH:MM`";
  if (name === "timezone") return "A time zone must be an IANA name";
  return `\`${name}\` of this ${nameOf(unit.kind)} has an invalid format`;
}
