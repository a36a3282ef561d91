import { parseDocument } from "yaml";
import { validateCatalogue } from "../../generated/validators";
import type { Catalogue } from "../core/catalogue";

/**
 * @param text a catalogue as YAML, `name` what to call its file in messages
 * @throws Error with one line for the user, where it is no sound catalogue
 */
export function parseCatalogue(text: string, name: string): Catalogue {
  const document = parseDocument(text, { prettyErrors: true, logLevel: "silent" });
  const broken = document.errors[0];
  if (broken) throw new Error(`${name} is not valid YAML: ${broken.message.split("\n")[0]}`);
  const value: unknown = document.toJS({ maxAliasCount: 100 });
  if (isCatalogue(value)) return value;
  const error = validateCatalogue.errors?.[0];
  const place = error?.instancePath === "" ? "the file" : (error?.instancePath ?? "the file");
  const missing = error?.params.missingProperty ?? error?.params.additionalProperty;
  throw new Error(
    `${name} is no theme catalogue: at ${place}, ${error?.message ?? "it is not sound"}${missing === undefined ? "" : ` (${String(missing)})`}.`,
  );
}

function isCatalogue(value: unknown): value is Catalogue {
  return validateCatalogue(value);
}
