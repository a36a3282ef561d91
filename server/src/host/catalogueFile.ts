import type { ErrorObject, ValidateFunction } from "ajv";
import { type Document, isNode, LineCounter } from "yaml";
import { beyondLimits } from "../core/catalogue/beyondLimits";
import type { Catalogue } from "../core/catalogue/catalogue";
import { type CatalogueFault, shown } from "../core/catalogue/catalogueFault";
import { referenceFaults } from "../core/catalogue/catalogueReferences";
import { stepsOf } from "../core/schema/jsonPointer";
import { rootCauses } from "../core/schema/schemaErrors";
import { inMessage } from "../core/text/displayText";
import { parseDocumentSafely } from "../core/yaml/yamlDocument";
import { unparsedBecause } from "./catalogueText";
import { duplicateKey } from "./duplicateKeys";
import { reason } from "./errorText";
import { InvalidCatalogue } from "./invalidCatalogue";

const yamlOptions = { prettyErrors: false, logLevel: "error", uniqueKeys: false } as const;

/** UTF-16 units of a message of the parser */
const maxMessage = 150;

/** What a value should have been, by JSON Schema's name for it. */
const kinds: Readonly<Record<string, string>> = {
  array: "a list",
  number: "a number",
  object: "a mapping",
  string: "text",
};

/**
 * @param text a catalogue as YAML, `name` what to call its file in messages
 * @throws InvalidCatalogue where it is none
 */
export async function parseCatalogue(text: string, name: string): Promise<Catalogue> {
  // the command line loads it only where it is given a catalogue
  const { validateCatalogue } = await import("../../generated/catalogueValidator");
  return checked(text, name, validateCatalogue);
}

function checked(text: string, name: string, validate: ValidateFunction): Catalogue {
  const obstacle = unparsedBecause(text);
  if (obstacle !== undefined) throw new InvalidCatalogue(name, 1, obstacle);
  const lines = new LineCounter();
  const document = parseDocumentSafely(text, { ...yamlOptions, lineCounter: lines });
  const broken = document.errors[0];
  if (broken) {
    const { line } = lines.linePos(broken.pos[0]);
    throw new InvalidCatalogue(name, line, `is not valid YAML: ${sentence(broken)}`);
  }
  const twice = duplicateKey(document);
  if (twice) {
    const { line } = lines.linePos(twice.node.range?.[0] ?? 0);
    throw invalid(name, line, `duplicate key \`${shown(twice.name)}\``);
  }
  const value = plainValue(document, name);
  if (validate(value)) return consistent(value as Catalogue, { document, lines, name });
  const error = innermostCause(validate.errors ?? []);
  const steps = stepsTo(error);
  const line = lineOf(document, steps, lines);
  throw invalid(name, line, `${placeOf(steps)} ${wordsFor(error)}`);
}

function invalid(name: string, line: number, fault: string): InvalidCatalogue {
  return new InvalidCatalogue(name, line, `is not a valid theme catalogue: ${fault}`);
}

interface Source {
  readonly document: Document;
  readonly lines: LineCounter;
  readonly name: string;
}

/** @throws InvalidCatalogue where the catalogue holds too much, or contradicts itself */
function consistent(catalogue: Catalogue, source: Source): Catalogue {
  const beyond = beyondLimits(catalogue);
  const [fault, ...others] = beyond ? [beyond] : referenceFaults(catalogue);
  if (!fault) return catalogue;
  const further = others.length > 0 ? ` (and ${others.length} more)` : "";
  throw faultError(fault, further, source);
}

function faultError(
  { path, message }: CatalogueFault,
  further: string,
  { document, lines, name }: Source,
): InvalidCatalogue {
  return invalid(name, lineOf(document, path, lines), `${message}${further}`);
}

/** A message of the parser, which may repeat a part of the file of any length, without its full stop. */
function sentence(error: unknown): string {
  return inMessage(reason(error), maxMessage).replace(/\.$/, "");
}

/** @throws InvalidCatalogue where an alias leads nowhere or aliases unfold without end */
function plainValue(document: Document, name: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    throw new InvalidCatalogue(name, 1, `cannot be read: ${sentence(error)}`);
  }
}

/** The cause furthest in. */
function innermostCause(errors: readonly ErrorObject[]): ErrorObject | undefined {
  const depth = ({ instancePath }: ErrorObject): number => stepsOf(instancePath).length;
  return [...rootCauses(errors)].sort((a, b) => depth(b) - depth(a))[0];
}

/** `/themes/0/id` as steps from the root. */
function stepsTo(error: ErrorObject | undefined): readonly string[] {
  const steps = stepsOf(error?.instancePath ?? "");
  const extra = error?.params.additionalProperty;
  return extra === undefined ? steps : [...steps, String(extra)];
}

/** 1-based */
function lineOf(document: Document, steps: readonly (string | number)[], lines: LineCounter): number {
  const node = document.getIn(steps, true);
  return lines.linePos(isNode(node) ? (node.range?.[0] ?? 0) : 0).line;
}

function placeOf(steps: readonly string[]): string {
  return steps.length === 0 ? "the catalogue" : `\`${steps.map(shown).join("/")}\``;
}

function wordsFor(error: ErrorObject | undefined): string {
  const { missingProperty, additionalProperty } = error?.params ?? {};
  if (missingProperty !== undefined) return `must have the key \`${String(missingProperty)}\``;
  if (additionalProperty !== undefined) return "is not a key of the format";
  if (error?.keyword === "type") return `must be ${kinds[String(error.params.type)] ?? "of another type"}`;
  if (error?.keyword === "anyOf") return "must have one of the forms that the format allows";
  if (error?.keyword === "pattern") return "is empty or has an invalid format";
  return error?.message ?? "is not valid";
}
