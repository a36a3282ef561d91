/** YAML parsed in bounded depth: deep nesting would overflow the parser's stack, which can end a program. */
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

/** maps and lists within one another; a third of what the parser's stack takes */
export const maxDepth = 300;

/** why a text is read no further */
export const tooDeep = `Nested more than ${maxDepth} levels deep.`;

/** errors of one text; what is wrong beyond them is not listed */
const maxErrors = 1000;

type Options = ParseOptions & DocumentOptions & SchemaOptions;
type Token = Parameters<Composer["next"]>[0];

/**
 * As `parseDocument` of `yaml`, of which at most `maxErrors` errors are listed.
 * @returns the first document of the text; it has an error `MULTIPLE_DOCS` where there is another, and it ends
 *   early, with `RESOURCE_EXHAUSTION` as its first error, where values are nested more than `maxDepth` levels deep
 */
export function parseDocumentSafely(text: string, options: Options): Document.Parsed<ParsedNode> {
  const tokens = new ShallowTokens(text, options);
  const documents = composerOf(options).compose(tokens.read(), true, text.length);
  // there is always one, at the very latest at the end
  const document = documents.next().value as Document.Parsed<ParsedNode>;
  const second = documents.next();
  if (!second.done)
    document.errors.push(errorAt(second.value.range, "MULTIPLE_DOCS", "Source contains multiple documents"));
  const { tooDeepAt } = tokens;
  if (tooDeepAt !== undefined)
    document.errors.unshift(errorAt([tooDeepAt, tooDeepAt + 1], "RESOURCE_EXHAUSTION", tooDeep));
  return document;
}

/** The text as the parser's tokens, up to where they are nested too deeply. */
class ShallowTokens {
  readonly #text: string;
  readonly #lineCounter: Options["lineCounter"];
  /** the offset at which it ends early; nothing where it does not */
  tooDeepAt: number | undefined;

  constructor(text: string, { lineCounter }: Options) {
    this.#text = text;
    this.#lineCounter = lineCounter;
  }

  /** Lexeme by lexeme, since the parser's stack is as high as its values are deep. */
  *read(): Generator<Token> {
    const parser = new Parser(this.#lineCounter?.addNewLine);
    this.#lineCounter?.addNewLine(0);
    let errors = 0;
    for (const lexeme of new Lexer().lex(this.#text)) {
      for (const token of parser.next(lexeme))
        if (token.type !== "error" || errors++ < maxErrors) yield token;
      if (parser.stack.length > maxDepth) {
        this.tooDeepAt = Math.min(parser.offset, this.#text.length - 1);
        break;
      }
    }
    yield* parser.end();
  }
}

/** An error takes its time and memory, and a text may have one at every second character. */
function composerOf(options: Options): Composer {
  const composer = new Composer(options);
  const reporter = composer as unknown as { onError: (...error: readonly unknown[]) => void };
  const report = reporter.onError;
  let left = maxErrors;
  reporter.onError = (...error) => {
    if (left-- > 0) report(...error);
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
