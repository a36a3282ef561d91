/**
 * Parses YAML with a depth limit: deep nesting would overflow the parser's stack, and could end the program.
 */
import {
  Composer,
  type Document,
  type DocumentOptions,
  Lexer,
  type ParsedNode,
  type ParseOptions,
  Parser,
  type SchemaOptions,
  YAMLParseError,
} from "yaml";

/** maximum nesting of maps and lists; a third of what the parser's stack allows */
export const maxNestingDepth = 300;

/** message of the error at the depth limit */
export const tooDeepMessage = `Nested more than ${maxNestingDepth} levels deep.`;

/** maximum number of errors per text; further ones are dropped */
const maxErrors = 1000;

type Options = ParseOptions & DocumentOptions & SchemaOptions;
type Token = Parameters<Composer["next"]>[0];

/**
 * Like `parseDocument` of `yaml`, but lists at most `maxErrors` errors.
 * @returns the first document of the text. It has an error `MULTIPLE_DOCS` if there is another document. If values are
 *   nested more than `maxNestingDepth` levels deep, it ends early, with `RESOURCE_EXHAUSTION` as its first error
 */
export function parseDocumentSafely(text: string, options: Options): Document.Parsed<ParsedNode> {
  const tokens = new DepthLimitedTokens(text, options);
  const documents = composerOf(options).compose(tokens.read(), true, text.length);
  // there is always a document, at the latest at the end of the text
  const document = documents.next().value as Document.Parsed<ParsedNode>;
  const second = documents.next();
  if (!second.done)
    document.errors.push(errorAt(second.value.range, "MULTIPLE_DOCS", "Source contains multiple documents"));
  const { tooDeepAt } = tokens;
  if (tooDeepAt !== undefined)
    document.errors.unshift(errorAt([tooDeepAt, tooDeepAt + 1], "RESOURCE_EXHAUSTION", tooDeepMessage));
  return document;
}

/** Yields the parser's tokens up to the depth limit. */
class DepthLimitedTokens {
  readonly #text: string;
  readonly #lineCounter: Options["lineCounter"];
  /** the offset of the depth limit; undefined if it was not reached */
  tooDeepAt: number | undefined;

  constructor(text: string, { lineCounter }: Options) {
    this.#text = text;
    this.#lineCounter = lineCounter;
  }

  /** Feeds the parser lexeme by lexeme, to check the depth of its stack after each. */
  *read(): Generator<Token> {
    const parser = new Parser(this.#lineCounter?.addNewLine);
    this.#lineCounter?.addNewLine(0);
    let errors = 0;
    for (const lexeme of new Lexer().lex(this.#text)) {
      for (const token of parser.next(lexeme))
        if (token.type !== "error" || errors++ < maxErrors) yield token;
      if (parser.stack.length > maxNestingDepth) {
        this.tooDeepAt = Math.min(parser.offset, this.#text.length - 1);
        break;
      }
    }
    yield* parser.end();
  }
}

/** A composer that drops errors beyond `maxErrors`, which cost time and memory. */
function composerOf(options: Options): Composer {
  const composer = new Composer(options);
  const reporter = composer as unknown as { onError: (...error: readonly unknown[]) => void };
  const report = reporter.onError;
  let errorsLeft = maxErrors;
  reporter.onError = (...error) => {
    if (errorsLeft-- > 0) report(...error);
  };
  return composer;
}

function errorAt(
  [start, end]: readonly number[],
  code: YAMLParseError["code"],
  message: string,
): YAMLParseError {
  return new YAMLParseError([start ?? 0, end ?? 0], code, message);
}
