/**
 * `unknown-key`, `missing-key`, `wrong-type`, `invalid-value`: JSON Schema errors translated to messages
 * about meetings.
 */
import type { ErrorObject } from "ajv";
import {
  validateAction,
  validateBreak,
  validateContribution,
  validateDiscussionItem,
  validateMeeting,
  validateSession,
  validateSurvey,
} from "../../../../generated/validators";
import type { Unit } from "../../document/parseBlock";
import type { Finding } from "../../findings/finding";
import { rootCauses } from "../../schema/schemaErrors";
import { isEmpty, type Node, stringOf } from "../../yaml/nodes";
import { listShapeFindings } from "../entries/listShape";
import type { RuleContext, UnitRule } from "../shared/rule";
import { locateInstance } from "../shared/schemaLocation";
import { emptyValue } from "./emptyValue";
import { invalidValue } from "./invalidValue";
import { missingKey } from "./missingKey";
import { placeholderNodes } from "./placeholderValue";
import { unknownKey } from "./unknownKey";
import { wrongType } from "./wrongType";

const validators = {
  meeting: validateMeeting,
  sessions: validateSession,
  contributions: validateContribution,
  breaks: validateBreak,
  actions: validateAction,
  surveys: validateSurvey,
  discussion: validateDiscussionItem,
} as const;

/** Maximum number of schema errors that are reported per item. */
const maxSchemaErrors = 20;

export const structure: UnitRule = {
  codes: ["unknown-key", "missing-key", "wrong-type", "invalid-value"],
  check,
};

function check(unit: Unit, context: RuleContext): readonly Finding[] {
  const validate = validators[unit.kind];
  if (validate(unit.value)) return [];
  const placeholders = placeholderNodes(unit);
  const errors = rootCauses(validate.errors ?? []);
  const lists = listShapeFindings(unit, context);
  const pointers = lists.flatMap((list) => list.pointers);
  return [
    ...lists.map(({ finding }) => finding),
    ...errors
      .filter(({ instancePath }) => !pointers.some((pointer) => isWithin(instancePath, pointer)))
      .slice(0, maxSchemaErrors)
      .flatMap((error) => findingForError(error, unit, context, placeholders) ?? []),
  ];
}

/** True for the value at the pointer and all values below it. */
function isWithin(instancePath: string, pointer: string): boolean {
  return instancePath === pointer || instancePath.startsWith(`${pointer}/`);
}

/** True for a blank text among persons, who are names or mappings. */
function isBlankPerson({ keyword }: ErrorObject, node: Node | null): boolean {
  return keyword === "anyOf" && stringOf(node)?.trim() === "";
}

/** @param placeholders nodes that `placeholder-value` reports */
function findingForError(
  error: ErrorObject,
  unit: Unit,
  context: RuleContext,
  placeholders: ReadonlySet<Node>,
): Finding | undefined {
  const location = locateInstance(unit, error.instancePath);
  if (location.node && placeholders.has(location.node)) return undefined;
  if (error.keyword === "additionalProperties")
    return unknownKey(String(error.params.additionalProperty), location, unit, context);
  if (error.keyword === "required")
    return missingKey(String(error.params.missingProperty), location, unit, context);
  if (isEmpty(location.node)) return emptyValue(location, unit, context);
  if (isBlankPerson(error, location.node))
    return invalidValue({ ...error, keyword: "pattern" }, location, unit, context);
  if (error.keyword === "type" || error.keyword === "anyOf") return wrongType(location, unit, context);
  return invalidValue(error, location, unit, context);
}
