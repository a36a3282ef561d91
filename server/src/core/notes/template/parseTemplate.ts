/** Parses Mustache templates: https://mustache.github.io/mustache.5.html */
import Mustache from "mustache";
import { messageText } from "../../text/displayText";
import { maxTemplateLength, TemplateError, type TemplateSource } from "./templateSource";

/** A tag `{{> name}}`. */
export interface PartialTag {
  readonly name: string;
  /** of the tag, in the template */
  readonly offset: number;
}

type Token = readonly [type: string, value: string, start: number, end: number, ...rest: readonly unknown[]];

/** Maximum number of sections around a tag. */
const maxDepth = 50;

/**
 * Maximum number of blanks in a row. A longer row takes the parser more than linear time, since it looks for the end
 * of a tag from each of them.
 */
const maxBlanks = 1000;

/**
 * Checks a template.
 * @returns the partials that it refers to
 * @throws TemplateError
 */
export function partialsIn(source: TemplateSource): readonly PartialTag[] {
  if (source.text.length > maxTemplateLength)
    throw new TemplateError(source, 0, `the template must have at most ${maxTemplateLength} characters`);
  const blanks = [...source.text.matchAll(/\s+/g)].find(([{ length }]) => length > maxBlanks);
  if (blanks)
    throw new TemplateError(
      source,
      blanks.index,
      `the template must have at most ${maxBlanks} blanks in a row`,
    );
  return partialTags(parsed(source), source, 0);
}

function partialTags(tokens: readonly Token[], source: TemplateSource, depth: number): readonly PartialTag[] {
  const [first] = tokens;
  if (first && depth > maxDepth) throw new TemplateError(source, first[2], "sections are nested too deeply");
  return tokens.flatMap(([type, name, offset, , inner]): readonly PartialTag[] => {
    if (type === ">") return [{ name, offset }];
    return type === "#" || type === "^" ? partialTags(inner as readonly Token[], source, depth + 1) : [];
  });
}

/** @throws TemplateError */
function parsed(source: TemplateSource): readonly Token[] {
  try {
    return new Mustache.Writer().parse(source.text);
  } catch (error) {
    throw explained(error, source);
  }
}

/** The parser's error with its place: the parser reports the end of the template for a tag that is not closed. */
function explained(error: unknown, source: TemplateSource): unknown {
  if (!(error instanceof Error)) return error;
  const [, problem = "", name = "", at = ""] =
    /^(Unclosed tag|Unclosed section|Unopened section)(?: "([\s\S]*)")? at (\d+)$/.exec(error.message) ?? [];
  const { text } = source;
  const shown = messageText(name);
  switch (problem) {
    case "Unclosed tag":
      return new TemplateError(
        source,
        lastOf(text, ["{{"], Number(at)),
        "the tag is not closed; expected }}",
      );
    case "Unclosed section": {
      const isAtEnd = Number(at) >= text.length;
      const offset = isAtEnd ? lastOf(text, [`{{#${name}}}`, `{{^${name}}}`], text.length) : Number(at);
      const expected = `section "${shown}" is not closed; expected {{/${shown}}}`;
      return new TemplateError(source, offset, isAtEnd ? expected : `${expected} here`);
    }
    case "Unopened section":
      return new TemplateError(source, Number(at), `section "${shown}" is closed but not open`);
    default:
      return new TemplateError(source, lastOf(text, ["{{="], 0), messageText(error.message));
  }
}

/** The last offset of one of the texts; `otherwise` if there is none. */
function lastOf(text: string, searched: readonly string[], otherwise: number): number {
  const last = Math.max(...searched.map((each) => text.lastIndexOf(each)));
  return last < 0 ? otherwise : last;
}
