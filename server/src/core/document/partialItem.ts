/** Recovers the values of an item or a meeting head that does not parse: those that `Item` would most likely read. */
import { titleKey, type UnitKind } from "../schema/itemKinds";
import { unitKeys } from "../schema/unitKeys";
import { withOrdinaryCharacters } from "../syntaxErrors/lookAlikeCharacters";
import { endOfLeadingComments } from "../text/range";
import { singleLineLabel } from "../text/singleLineLabel";
import { skipBlanks, skipProperties } from "../yaml/lineShape";
import { partialFlowValue } from "./partialFlow";
import { lineScalar, scalarAt } from "./partialScalar";

/**
 * @param text the block of an item, or of the key `meeting`
 * @returns the title, question or topic in one line, or the text of `- Rucio`; empty if there is no title
 */
export function partialTitle(text: string, kind: UnitKind): string {
  const body = bodyOf(text, kind);
  const title = valueIn(body, titleKey(kind));
  if (title !== undefined || kind === "meeting" || flowIn(body) !== undefined) return title ?? "";
  return singleLineLabel(mapIn(body).leadingText);
}

/** The value of one of the unit's keys in one line; undefined without the key or without text after it. */
export function partialText(text: string, kind: UnitKind, key: string): string | undefined {
  return valueIn(bodyOf(text, kind), key);
}

function valueIn(body: string, key: string): string | undefined {
  const flow = flowIn(body);
  const value =
    flow === undefined ? blockValue(mapIn(body), key) : lineScalar(partialFlowValue(flow, key) ?? "");
  return singleLineLabel(value ?? "") || undefined;
}

/** The key of the meeting head, with its anchor and tag. */
const meetingKey = /^(?:[&!][^\s,[\]{}]*[ \t]+){0,2}(["']?)meeting\1[ \t]*:/m;

/** True for the text of the block that holds the meeting head. */
export function isMeetingHead(text: string): boolean {
  return meetingKey.test(text);
}

/** The text from the unit's first key on; spaces replace the dashes or `meeting:` before it. */
function bodyOf(source: string, kind: UnitKind): string {
  const text = withOrdinaryCharacters(
    source,
    kind === "meeting" ? { kind: "key" } : { kind: "item", list: kind === "breaks" ? "contributions" : kind },
  );
  const from = endOfLeadingComments(text);
  const body = text.slice(from);
  const opening =
    kind === "meeting" ? meetingKey.exec(body) : /^[ \t]*(?:-(?:[ \t]+|(?=[\r\n]|$)))*/.exec(body);
  if (!opening) return "";
  return opening[0].replaceAll(/[^\t]/g, " ") + body.slice(opening.index + opening[0].length);
}

/** The text from `{` on if the unit is a flow mapping. */
function flowIn(body: string): string | undefined {
  const start = skipProperties(body, endOfLeadingComments(body), body.length);
  return body[start] === "{" ? body.slice(start) : undefined;
}

/** The part of a block mapping that can be read. */
interface PartialMap {
  readonly pairs: readonly PartialPair[];
  /** the text before the first key, which should be a key; empty if the mapping starts with a key */
  readonly leadingText: string;
}

interface PartialPair {
  readonly key: string;
  /** column of the key, 0-based */
  readonly column: number;
  readonly value: string;
}

/**
 * The value of a key in the column of the first key; otherwise of a key that is too far to the left, or one space too
 * far to the right.
 */
function blockValue({ pairs }: PartialMap, key: string): string | undefined {
  const firstColumn = pairs[0]?.column ?? 0;
  const pairsOfKey = pairs.filter((pair) => pair.key === key);
  const pair =
    pairsOfKey.findLast(({ column }) => column === firstColumn) ??
    pairsOfKey.find(({ column }) => column <= firstColumn + 1);
  return pair?.value;
}

function mapIn(body: string): PartialMap {
  const lines = body.split(/\r\n?|\n/);
  const pairs: PartialPair[] = [];
  let leadingText = "";
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? "";
    // another document begins
    if (/^---(?:[ \t]|$)/.test(line)) break;
    const column = skipBlanks(line, 0, line.length);
    const content = line.slice(skipProperties(line, column, line.length));
    const [key, rest] = keyIn(content, lines[at + 1]);
    const isLeadingText = key === undefined && pairs.length === 0 && leadingText === "" && isText(content);
    const value =
      key !== undefined || isLeadingText
        ? scalarAt(lines, at, column - Number(isLeadingText), rest)
        : undefined;
    if (key !== undefined && value) pairs.push({ key, column, value: value.text });
    if (isLeadingText && value) leadingText = value.text;
    at = value?.nextLine ?? at + 1;
  }
  return { pairs, leadingText };
}

/**
 * The key of a line and the text after its colon, which may be on the next line: `? title` above `: Rucio`. Unlike
 * `keyAt`, it accepts a key of the schema without a space, `title:Rucio`, but not `ATLAS:Rucio`; a plain key is one word,
 * since `Rucio and SLATE: next` is more likely a text.
 */
function keyIn(content: string, next = ""): readonly [key: string | undefined, rest: string] {
  const explicitKey = /^\?[ \t]+(["']?)([\w-]+)\1[ \t]*$/.exec(content)?.[2];
  if (explicitKey !== undefined) return [explicitKey, /^[ \t]*:[ \t](.*)$/.exec(next)?.[1] ?? ""];
  const [, doubleQuoted, singleQuoted, plain, rest] =
    /^(?:"([^"\\]*)"|'([^']*)'|([\w-]+))[ \t]*:(.*)$/.exec(content) ?? [];
  const isWord = plain !== undefined && /^\S/.test(rest ?? "") && !unitKeys.has(plain);
  return isWord ? [undefined, content] : [doubleQuoted ?? singleQuoted ?? plain, rest ?? content];
}

/** False for a comment, for an indicator that begins a collection, and for a single indicator. */
function isText(content: string): boolean {
  return content !== "" && !/^[#{}[\],|>]|^[-?:](?=\s|$)/.test(content);
}
