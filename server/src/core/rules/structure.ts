/** `unknown-key`, `missing-key`, `wrong-type`, `invalid-value`: what the JSON Schema demands, said in words of the domain. */
import type { ErrorObject } from "ajv";
import {
  validateContribution,
  validateDiscussionItem,
  validateMeeting,
  validateSurvey,
} from "../../../generated/validators";
import type { Unit } from "../document/parseBlock";
import type { Finding } from "../findings/finding";
import { rootCauses } from "../schema/schemaErrors";
import { isEmpty } from "../yaml/nodes";
import { emptyValue } from "./emptyValue";
import { invalidValue } from "./invalidValue";
import { missingKey } from "./missingKey";
import type { RuleContext, UnitRule } from "./rule";
import { unknownKey } from "./unknownKey";
import { placeOf } from "./valuePlace";
import { wrongType } from "./wrongType";

const validators = {
  meeting: validateMeeting,
  contributions: validateContribution,
  surveys: validateSurvey,
  discussion: validateDiscussionItem,
} as const;

/** Faults of one item that are put into words. */
const mostFaults = 20;

export const structure: UnitRule = {
  codes: ["unknown-key", "missing-key", "wrong-type", "invalid-value"],
  check,
};

function check(unit: Unit, context: RuleContext): readonly Finding[] {
  const validate = validators[unit.kind];
  if (validate(unit.value)) return [];
  return rootCauses(validate.errors ?? [])
    .slice(0, mostFaults)
    .flatMap((error) => translate(error, unit, context) ?? []);
}

function translate(error: ErrorObject, unit: Unit, context: RuleContext): Finding | undefined {
  const place = placeOf(unit, error.instancePath);
  if (error.keyword === "additionalProperties")
    return unknownKey(String(error.params.additionalProperty), place, unit, context);
  if (error.keyword === "required")
    return missingKey(String(error.params.missingProperty), place, unit, context);
  if (isEmpty(place.node)) return emptyValue(place, unit, context);
  if (error.keyword === "type" || error.keyword === "anyOf") return wrongType(place, unit, context);
  return invalidValue(error, place, unit, context);
}
