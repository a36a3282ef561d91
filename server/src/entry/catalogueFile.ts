import { type Document, isNode, LineCounter } from "yaml";
import type { SchemaError, Validate } from "../../generated/validate";
import type { Catalogue } from "../core/catalogue";
import { type CatalogueFault, shown } from "../core/catalogueFault";
import { beyondLimits } from "../core/catalogueLimits";
import { referenceFaults } from "../core/catalogueReferences";
import { parseDocumentSafely } from "../core/yamlDocument";
import { unparsedBecause } from "./catalogueText";
import { duplicateKey } from "./duplicateKeys";
import { reason } from "./reason";
import { UnsoundCatalogue } from "./unsoundCatalogue";

const yamlOptions = { prettyErrors: false, logLevel: "error", uniqueKeys: false } as const;

/** UTF-16 units of one of the parser's messages */
const mostOfMessage = 150;

/** What a value should have been, by JSON Schema's name for it. */
const kinds: Readonly<Record<string, string>> = {
  array: "a list",
  number: "a number",
  object: "written as keys with values",
  string: "text",
};

/**
 * @param text a catalogue as YAML, `name` what to call its file in messages
 * @throws UnsoundCatalogue where it is none
 */
export async function parseCatalogue(text: string, name: string): Promise<Catalogue> {
  // the command line loads it only where it is given a catalogue
  const { validateCatalogue } = await import("../../generated/catalogueValidator");
  return checked(text, name, validateCatalogue);
}

function checked(text: string, name: string, validate: Validate): Catalogue {
  const obstacle = unparsedBecause(text);
  if (obstacle !== undefined) throw new UnsoundCatalogue(`${name} ${obstacle}.`, 1);
  const lines = new LineCounter();
  const document = parseDocumentSafely(text, { ...yamlOptions, lineCounter: lines });
  const broken = document.errors[0];
  if (broken) {
    const { line } = lines.linePos(broken.pos[0]);
    throw new UnsoundCatalogue(`${name}:${line} is not valid YAML: ${brief(reason(broken))}`, line);
  }
  const twice = duplicateKey(document);
  if (twice) {
    const { line } = lines.linePos(twice.node.range?.[0] ?? 0);
    throw new UnsoundCatalogue(
      `${name}:${line} is no theme catalogue: the key \`${shown(twice.name)}\` is there twice.`,
      line,
    );
  }
  const value = plainValue(document, name);
  if (validate(value)) return consistent(value as Catalogue, { document, lines, name });
  const error = rootCause(validate.errors ?? []);
  const steps = stepsOf(error);
  const line = lineOf(document, steps, lines);
  throw new UnsoundCatalogue(
    `${name}:${line} is no theme catalogue: ${placeOf(steps)} ${wordsFor(error)}.`,
    line,
  );
}

interface Source {
  readonly document: Document;
  readonly lines: LineCounter;
  readonly name: string;
}

/** @throws UnsoundCatalogue where the catalogue holds too much, or contradicts itself */
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
): UnsoundCatalogue {
  const line = lineOf(document, path, lines);
  return new UnsoundCatalogue(`${name}:${line} is no theme catalogue: ${message}${further}.`, line);
}

/** The parser's messages may repeat a part of the file of any length. */
function brief(message: string): string {
  return message.length > mostOfMessage ? `${message.slice(0, mostOfMessage - 1)}…` : message;
}

/** @throws UnsoundCatalogue where an alias leads nowhere or aliases unfold without end */
function plainValue(document: Document, name: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    throw new UnsoundCatalogue(`${name} cannot be read: ${brief(reason(error))}`, 1);
  }
}

/** The error that lies deepest: of a choice between forms, the form that was meant. */
function rootCause(errors: readonly SchemaError[]): SchemaError | undefined {
  const depth = ({ instancePath }: SchemaError): number => instancePath.split("/").length;
  return [...errors].sort((a, b) => depth(b) - depth(a))[0];
}

/** `/themes/0/id` as steps from the root. */
function stepsOf(error: SchemaError | undefined): readonly string[] {
  const steps = (error?.instancePath ?? "").split("/").slice(1);
  const extra = error?.params.additionalProperty;
  return (extra === undefined ? steps : [...steps, String(extra)]).map((step) =>
    step.replaceAll("~1", "/").replaceAll("~0", "~"),
  );
}

/** 1-based */
function lineOf(document: Document, steps: readonly (string | number)[], lines: LineCounter): number {
  const node = document.getIn(steps, true);
  return lines.linePos(isNode(node) ? (node.range?.[0] ?? 0) : 0).line;
}

function placeOf(steps: readonly string[]): string {
  return steps.length === 0 ? "it" : `\`${steps.map(shown).join("/")}\``;
}

function wordsFor(error: SchemaError | undefined): string {
  const { missingProperty, additionalProperty } = error?.params ?? {};
  if (missingProperty !== undefined) return `needs a \`${String(missingProperty)}\``;
  if (additionalProperty !== undefined) return "is not a key of the format";
  if (error?.keyword === "type") return `is ${kinds[String(error.params.type)] ?? "of another kind"}`;
  if (error?.keyword === "pattern") return "is empty, or not in the form it takes";
  return error?.message ?? "is not sound";
}
