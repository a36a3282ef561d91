/** What Ajv reports, as places and causes. */

import type { SchemaError } from "../../../generated/validate";

/** The steps of a JSON pointer: `/themes/0/id` as `themes`, `0` and `id`. */
export function pointerSteps(pointer: string): readonly string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/**
 * One error for each place and key, in Ajv's order. A failed `anyOf` replaces the errors of its branches, unless a
 * branch has one further in.
 */
export function rootCauses(errors: readonly SchemaError[]): readonly SchemaError[] {
  const choices = new Set(
    errors.filter(({ keyword }) => keyword === "anyOf").map(({ instancePath }) => instancePath),
  );
  const hasInner = ({ instancePath }: SchemaError): boolean =>
    errors.some((other) => other.instancePath.startsWith(`${instancePath}/`));
  const seen = new Set<string>();
  return errors.filter((error) => {
    if (error.keyword === "anyOf" ? hasInner(error) : choices.has(error.instancePath)) return false;
    const key = `${error.instancePath} ${keyOf(error)}`;
    return seen.has(key) ? false : seen.add(key);
  });
}

/** The key that is missing or unknown, else nothing. */
function keyOf({ params }: SchemaError): string {
  return String(params.additionalProperty ?? params.missingProperty ?? "");
}
