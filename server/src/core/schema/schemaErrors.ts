/** The root causes among the errors that Ajv reports. */

import type { ErrorObject } from "ajv";

/**
 * One error for each place and key, in Ajv's order. A failed `anyOf` replaces the errors of its branches, unless a
 * branch has an error at a deeper path, or one about the keys of a mapping.
 */
export function rootCauses(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const choices = new Set(
    errors.filter(({ keyword }) => keyword === "anyOf").map(({ instancePath }) => instancePath),
  );
  const hasInner = ({ instancePath }: ErrorObject): boolean =>
    errors.some((other) => other.instancePath.startsWith(`${instancePath}/`));
  const isAboutKeys = ({ keyword }: ErrorObject): boolean =>
    keyword === "additionalProperties" || keyword === "required";
  const maps = new Set(errors.filter(isAboutKeys).map(({ instancePath }) => instancePath));
  const seen = new Set<string>();
  return errors.filter((error) => {
    const isOfMap = maps.has(error.instancePath);
    if (error.keyword === "anyOf" ? isOfMap || hasInner(error) : choices.has(error.instancePath) && !isOfMap)
      return false;
    if (isOfMap && choices.has(error.instancePath) && !isAboutKeys(error)) return false;
    const key = `${error.instancePath} ${keyOf(error)}`;
    return seen.has(key) ? false : seen.add(key);
  });
}

/** The missing or unknown key; empty for other errors. */
function keyOf({ params }: ErrorObject): string {
  return String(params.additionalProperty ?? params.missingProperty ?? "");
}
