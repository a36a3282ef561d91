/**
 * What the text of an item, or of the meeting's head, says where it does not parse: the values that `Item` would most
 * likely read there.
 */
import { titleKey, type UnitKind } from "../schema/itemKinds";
import { singleLineLabel } from "../text/labelText";
import { endOfLeadingComments } from "../text/range";
import { skipBlanks, skipProperties } from "../yaml/lineShape";
import { partialFlowValue } from "./partialFlow";
import { lineScalar, scalarAt } from "./partialScalar";

/**
 * @param text the block of an item, or of the key `meeting`
 * @returns the title, question or topic in one line, of `- Rucio` that text; empty where there is none
 */
export function partialTitle(text: string, kind: UnitKind): string {
  const body = bodyOf(text, kind);
  const title = valueIn(body, titleKey(kind));
  if (title !== undefined || kind === "meeting" || flowIn(body) !== undefined) return title ?? "";
  return singleLineLabel(mapIn(body).bare);
}

/** The value of one of the unit's own keys in one line; nothing where there is no such key, or no text behind it. */
export function partialText(text: string, kind: UnitKind, key: string): string | undefined {
  return valueIn(bodyOf(text, kind), key);
}

function valueIn(body: string, key: string): string | undefined {
  const flow = flowIn(body);
  const value =
    flow === undefined ? blockValue(mapIn(body), key) : lineScalar(partialFlowValue(flow, key) ?? "");
  return singleLineLabel(value ?? "") || undefined;
}

/** The text from the unit's first key on, with spaces in place of what comes before it: dashes or `meeting:`. */
function bodyOf(text: string, kind: UnitKind): string {
  const from = endOfLeadingComments(text);
  const own = text.slice(from);
  const opening =
    kind === "meeting"
      ? /^(["']?)meeting\1[ \t]*:/m.exec(own)
      : /^[ \t]*(?:-(?:[ \t]+|(?=[\r\n]|$)))*/.exec(own);
  if (!opening) return "";
  return opening[0].replaceAll(/[^\t]/g, " ") + own.slice(opening.index + opening[0].length);
}

/** The text from `{` on, where the unit is a flow mapping. */
function flowIn(body: string): string | undefined {
  const start = skipProperties(body, endOfLeadingComments(body), body.length);
  return body[start] === "{" ? body.slice(start) : undefined;
}

/** A block mapping, as far as it can be read. */
interface PartialMap {
  readonly pairs: readonly PartialPair[];
  /** what is written in place of the first key; empty where a key is there */
  readonly bare: string;
}

interface PartialPair {
  readonly key: string;
  /** of the key in its line, 0-based */
  readonly column: number;
  readonly value: string;
}

/** Of a key in the column of the first one; else of one too far to the left, or one space too far to the right. */
function blockValue({ pairs }: PartialMap, key: string): string | undefined {
  const own = pairs[0]?.column ?? 0;
  const named = pairs.filter((pair) => pair.key === key);
  const found =
    named.findLast(({ column }) => column === own) ?? named.find(({ column }) => column <= own + 1);
  return found?.value;
}

function mapIn(body: string): PartialMap {
  const lines = body.split(/\r\n?|\n/);
  const pairs: PartialPair[] = [];
  let bare = "";
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? "";
    const column = skipBlanks(line, 0, line.length);
    const content = line.slice(skipProperties(line, column, line.length));
    const [key, rest] = keyIn(content, lines[at + 1]);
    const isBare = key === undefined && pairs.length === 0 && bare === "" && isText(content);
    const value =
      key !== undefined || isBare ? scalarAt(lines, at, column - Number(isBare), rest) : undefined;
    if (key !== undefined && value) pairs.push({ key, column, value: value.text });
    if (isBare && value) bare = value.text;
    at = value?.next ?? at + 1;
  }
  return { pairs, bare };
}

/**
 * The key of a line, and what follows its colon; that may be on the next line: `? title` above `: Rucio`. Unlike
 * `keyAt`, it takes `title:Rucio`, which lacks its space; a plain key is one word, since `Rucio and SLATE: next` is
 * more likely a text.
 */
function keyIn(content: string, next = ""): readonly [key: string | undefined, rest: string] {
  const explicit = /^\?[ \t]+(["']?)([\w-]+)\1[ \t]*$/.exec(content)?.[2];
  if (explicit !== undefined) return [explicit, /^[ \t]*:[ \t](.*)$/.exec(next)?.[1] ?? ""];
  const [, double, single, plain, rest] =
    /^(?:"([^"\\]*)"|'([^']*)'|([\w-]+))[ \t]*:(.*)$/.exec(content) ?? [];
  return [double ?? single ?? plain, rest ?? content];
}

/** False for a comment, and for an indicator that begins a collection or is alone. */
function isText(content: string): boolean {
  return content !== "" && !/^[#{}[\],|>]|^[-?:](?=\s|$)/.test(content);
}
