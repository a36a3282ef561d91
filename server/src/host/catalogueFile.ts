import type { ErrorObject, ValidateFunction } from "ajv";
import { type Document, isNode, LineCounter } from "yaml";
import type { Catalogue } from "../core/catalogue/catalogue";
import { type CatalogueProblem, displayName } from "../core/catalogue/catalogueProblem";
import { referenceProblems } from "../core/catalogue/catalogueReferences";
import { exceededLimit } from "../core/catalogue/exceededLimit";
import { stepsOf } from "../core/schema/jsonPointer";
import { rootCauses } from "../core/schema/schemaErrors";
import { messageText } from "../core/text/displayText";
import { parseDocumentSafely } from "../core/yaml/yamlDocument";
import { unparsedReason } from "./catalogueText";
import { duplicateKey } from "./duplicateKeys";
import { errorText } from "./errorText";
import { InvalidCatalogueError } from "./invalidCatalogueError";

const yamlOptions = { prettyErrors: false, logLevel: "error", uniqueKeys: false } as const;

/** UTF-16 units of a message of the parser */
const maxParserMessageLength = 150;

/** The expected type of a value, by JSON Schema type. */
const kinds: Readonly<Record<string, string>> = {
  array: "a list",
  number: "a number",
  object: "a mapping",
  string: "text",
};

/**
 * @param text a catalogue as YAML
 * @param name the name of its file in messages
 * @throws InvalidCatalogueError
 */
export async function parseCatalogue(text: string, name: string): Promise<Catalogue> {
  // the command line loads the validator only if a catalogue is given
  const { validateCatalogue } = await import("../../generated/catalogueValidator");
  return parseAndValidate(text, name, validateCatalogue);
}

function parseAndValidate(text: string, name: string, validate: ValidateFunction): Catalogue {
  const textProblem = unparsedReason(text);
  if (textProblem !== undefined) throw new InvalidCatalogueError(name, 1, textProblem);
  const lines = new LineCounter();
  const document = parseDocumentSafely(text, { ...yamlOptions, lineCounter: lines });
  const syntaxError = document.errors[0];
  if (syntaxError) {
    const { line } = lines.linePos(syntaxError.pos[0]);
    throw new InvalidCatalogueError(name, line, `is not valid YAML: ${clause(syntaxError)}`);
  }
  const duplicate = duplicateKey(document);
  if (duplicate) {
    const { line } = lines.linePos(duplicate.node.range?.[0] ?? 0);
    throw invalidCatalogue(name, line, `duplicate key \`${displayName(duplicate.name)}\``);
  }
  const value = toJsValue(document, name);
  if (validate(value)) return assertConsistent(value as Catalogue, { document, lines, name });
  const error = innermostCause(validate.errors ?? []);
  const segments = pathSegmentsOf(error);
  const line = lineOf(document, segments, lines);
  throw invalidCatalogue(name, line, `${quotedPath(segments)} ${schemaErrorMessage(error)}`);
}

function invalidCatalogue(name: string, line: number, problem: string): InvalidCatalogueError {
  return new InvalidCatalogueError(name, line, `is not a valid theme catalogue: ${problem}`);
}

interface CatalogueSource {
  readonly document: Document;
  readonly lines: LineCounter;
  readonly name: string;
}

/** @throws InvalidCatalogueError if the catalogue exceeds a limit, or contradicts itself */
function assertConsistent(catalogue: Catalogue, source: CatalogueSource): Catalogue {
  const exceeded = exceededLimit(catalogue);
  const [problem, ...others] = exceeded ? [exceeded] : referenceProblems(catalogue);
  if (!problem) return catalogue;
  const furtherCount = others.length > 0 ? ` (and ${others.length} more)` : "";
  throw problemError(problem, furtherCount, source);
}

function problemError(
  { path, message }: CatalogueProblem,
  furtherCount: string,
  { document, lines, name }: CatalogueSource,
): InvalidCatalogueError {
  return invalidCatalogue(name, lineOf(document, path, lines), `${message}${furtherCount}`);
}

/** A parser message without its full stop, clipped because it may quote the file at any length. */
function clause(error: unknown): string {
  return messageText(errorText(error), maxParserMessageLength).replace(/\.$/, "");
}

/** @throws InvalidCatalogueError if an alias has no anchor, or aliases expand without end */
function toJsValue(document: Document, name: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    throw new InvalidCatalogueError(name, 1, `cannot be read: ${clause(error)}`);
  }
}

/** The root cause that is nested most deeply. */
function innermostCause(errors: readonly ErrorObject[]): ErrorObject | undefined {
  const depth = ({ instancePath }: ErrorObject): number => stepsOf(instancePath).length;
  return [...rootCauses(errors)].sort((a, b) => depth(b) - depth(a))[0];
}

/** The path of a validation error, `/themes/0/id`, as keys and indices. */
function pathSegmentsOf(error: ErrorObject | undefined): readonly string[] {
  const segments = stepsOf(error?.instancePath ?? "");
  const additionalProperty = error?.params.additionalProperty;
  return additionalProperty === undefined ? segments : [...segments, String(additionalProperty)];
}

/** 1-based */
function lineOf(document: Document, segments: readonly (string | number)[], lines: LineCounter): number {
  const node = document.getIn(segments, true);
  return lines.linePos(isNode(node) ? (node.range?.[0] ?? 0) : 0).line;
}

function quotedPath(segments: readonly string[]): string {
  return segments.length === 0 ? "the catalogue" : `\`${segments.map(displayName).join("/")}\``;
}

function schemaErrorMessage(error: ErrorObject | undefined): string {
  const { missingProperty, additionalProperty } = error?.params ?? {};
  if (missingProperty !== undefined) return `must have the key \`${String(missingProperty)}\``;
  if (additionalProperty !== undefined) return "is not a key of the format";
  if (error?.keyword === "type") return `must be ${kinds[String(error.params.type)] ?? "of another type"}`;
  if (error?.keyword === "anyOf") return "must have one of the forms that the format allows";
  if (error?.keyword === "pattern") return "is empty or has an invalid format";
  return error?.message ?? "is not valid";
}
