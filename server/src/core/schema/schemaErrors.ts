/** The root causes among the errors that Ajv reports. */

import type { ErrorObject } from "ajv";

/**
 * One error for each place and key, in Ajv's order. A failed `anyOf` replaces the errors of its branches, unless a
 * branch has an error at a deeper path.
 */
export function rootCauses(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const choices = new Set(
    errors.filter(({ keyword }) => keyword === "anyOf").map(({ instancePath }) => instancePath),
  );
  const hasInner = ({ instancePath }: ErrorObject): boolean =>
    errors.some((other) => other.instancePath.startsWith(`${instancePath}/`));
  const seen = new Set<string>();
  return errors.filter((error) => {
    if (error.keyword === "anyOf" ? hasInner(error) : choices.has(error.instancePath)) return false;
    const key = `${error.instancePath} ${keyOf(error)}`;
    return seen.has(key) ? false : seen.add(key);
  });
}

/** The missing or unknown key; empty for other errors. */
function keyOf({ params }: ErrorObject): string {
  return String(params.additionalProperty ?? params.missingProperty ?? "");
}
