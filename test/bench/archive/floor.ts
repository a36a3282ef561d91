/** The least a check can do: a parser and the compiled schema, and no words for people. */
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { parseDocument } from "yaml";

/** @returns how many violations of the schema there are in all */
export function schemaOver(root: string, texts: readonly string[]): number {
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
  const validate = ajv.compile(JSON.parse(readFileSync(`${root}/schemas/contributions.schema.json`, "utf8")));
  return texts.reduce(
    (sum, text) => sum + (validate(parseDocument(text).toJS()) ? 0 : (validate.errors?.length ?? 0)),
    0,
  );
}
