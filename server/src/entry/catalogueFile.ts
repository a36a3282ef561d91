import { type Document, isNode, LineCounter, parseDocument } from "yaml";
import type { SchemaError, Validate } from "../../generated/validate";
import type { Catalogue } from "../core/catalogue";
import { inMessage, singleLine } from "../core/shownText";
import { reason } from "./reason";

/** What stands in a file is no catalogue: one line for the user. */
export class UnsoundCatalogue extends Error {
  /** @param line 1-based */
  constructor(
    message: string,
    readonly line: number,
  ) {
    super(singleLine(message));
  }
}

/** What a value should have been, by JSON Schema's name for it. */
const kinds: Readonly<Record<string, string>> = {
  array: "a list",
  number: "a number",
  object: "written as keys with values",
  string: "text",
};

/**
 * What checks a catalogue is loaded when the first one is read: few have one of their own.
 * @param text a catalogue as YAML, `name` what to call its file in messages
 * @throws UnsoundCatalogue where it is none
 */
export async function parseCatalogue(text: string, name: string): Promise<Catalogue> {
  const { validateCatalogue } = await import("../../generated/catalogueValidator");
  return checked(text, name, validateCatalogue);
}

function checked(text: string, name: string, validate: Validate): Catalogue {
  const lines = new LineCounter();
  const document = parseDocument(text, { prettyErrors: false, logLevel: "error", lineCounter: lines });
  const broken = document.errors[0];
  if (broken) {
    const { line } = lines.linePos(broken.pos[0]);
    throw new UnsoundCatalogue(`${name}:${line} is not valid YAML: ${reason(broken)}`, line);
  }
  const value = plainValue(document, name);
  if (validate(value)) return value as Catalogue;
  const error = rootCause(validate.errors ?? []);
  const steps = stepsOf(error);
  const line = lineOf(document, steps, lines);
  throw new UnsoundCatalogue(
    `${name}:${line} is no theme catalogue: ${placeOf(steps)} ${wordsFor(error)}.`,
    line,
  );
}

/** @throws UnsoundCatalogue where an alias leads nowhere or aliases unfold without end */
function plainValue(document: Document, name: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    throw new UnsoundCatalogue(`${name} cannot be read: ${reason(error)}`, 1);
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
function lineOf(document: Document, steps: readonly string[], lines: LineCounter): number {
  const node = document.getIn(steps, true);
  return lines.linePos(isNode(node) ? (node.range?.[0] ?? 0) : 0).line;
}

function placeOf(steps: readonly string[]): string {
  return steps.length === 0 ? "it" : `\`${inMessage(steps.join("/"))}\``;
}

function wordsFor(error: SchemaError | undefined): string {
  const { missingProperty, additionalProperty } = error?.params ?? {};
  if (missingProperty !== undefined) return `needs a \`${String(missingProperty)}\``;
  if (additionalProperty !== undefined) return "is not a key of the format";
  if (error?.keyword === "type") return `is ${kinds[String(error.params.type)] ?? "of another kind"}`;
  if (error?.keyword === "pattern") return "is empty, or not in the form it takes";
  return error?.message ?? "is not sound";
}
