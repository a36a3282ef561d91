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
import { isEmpty } from "../yaml/nodes";
import { missingKey, unknownKey } from "./keyFindings";
import type { RuleContext } from "./rule";
import { placeOf } from "./schemaPlace";
import { emptyValue, invalidValue, wrongType } from "./valueFindings";

const validators = {
  meeting: validateMeeting,
  contributions: validateContribution,
  surveys: validateSurvey,
  discussion: validateDiscussionItem,
} as const;

/** Faults of one item that are put into words. */
const mostFaults = 20;

export function structure(unit: Unit, context: RuleContext): readonly Finding[] {
  const validate = validators[unit.kind];
  if (validate(unit.value)) return [];
  return rootCauses(validate.errors ?? [])
    .slice(0, mostFaults)
    .flatMap((error) => translate(error, unit, context) ?? []);
}

/** One error a place: a failed `anyOf` stands for its branches, and a branch that went deeper for it. */
function rootCauses(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const choices = errors.filter((error) => error.keyword === "anyOf").map((error) => error.instancePath);
  const seen = new Set<string>();
  return errors.filter((error) => {
    const isChoice = error.keyword === "anyOf";
    if (isChoice && errors.some((other) => other.instancePath.startsWith(`${error.instancePath}/`)))
      return false;
    if (!isChoice && choices.includes(error.instancePath)) return false;
    const name = error.params.additionalProperty ?? error.params.missingProperty ?? "";
    const key = `${error.instancePath} ${String(name)}`;
    return seen.has(key) ? false : seen.add(key);
  });
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
