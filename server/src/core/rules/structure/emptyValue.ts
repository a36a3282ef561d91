import { isSeq } from "yaml";
import type { Unit } from "../../document/parseBlock";
import type { Finding, Fix } from "../../findings/finding";
import { nameOf, titleKey } from "../../schema/itemKinds";
import { isFreeText, schemaAt, textOption } from "../../schema/schema";
import { quoteTitle } from "../../syntaxErrors/quoteWording";
import { type Edit, lineAt, type Range, trimmedEnd } from "../../text/range";
import { propertiesBefore, setEmptyValue } from "../../yaml/edits";
import { asNode, isEmpty, type Node, rangeOf, type Scalar } from "../../yaml/nodes";
import { quote } from "../../yaml/scalars";
import type { RuleContext } from "../shared/rule";
import { clipToLine, type SchemaLocation } from "../shared/schemaLocation";
import { emptyWithTail, isLostText, themeAfterHash } from "../themes/lostTheme";
import { anchorInText, quoteAnchored } from "../values/lostAnchor";
import { isUnknownTag } from "../values/unknownTag";

/** `wrong-type` for a key or an entry without a value; an optional key may have none. */
export function emptyValue(location: SchemaLocation, unit: Unit, context: RuleContext): Finding | undefined {
  const name = location.path.at(-1);
  if (isUnknownTag(location.node) || isLostEntry(location, context)) return undefined;
  if (typeof name === "number") return emptyEntryRange(name, location, unit, context.text);
  const isRequired = schemaAt(location.path.slice(0, -1))?.required?.includes(String(name));
  if (!location.key || !isRequired) return undefined;
  return missingValue(location.key, location, context);
}

function emptyEntryRange(
  at: number,
  { node, parent }: SchemaLocation,
  unit: Unit,
  text: string,
): Finding | undefined {
  const isItem = at === 0 && parent === null;
  if (!isItem && !node) return undefined;
  const message = isItem
    ? `Empty ${nameOf(unit.kind)}: it must have the key \`${titleKey(unit.kind)}\`.`
    : "This entry must have a value.";
  const range = rangeOfEmpty(text, node ? rangeOf(node) : unit.range);
  const finding = { code: "wrong-type", range, message, isIncomplete: true } as const;
  if (isItem)
    return { ...finding, fixes: () => removalFixes("Remove this entry", lineOfDash(range.start, text)) };
  if (!isSeq(parent)) return finding;
  const blank = parent.items.flatMap((item, index) => (isBlankBullet(asNode(item), text) ? [index] : []));
  if (!blank.includes(at) || blank.length === parent.items.length) return finding;
  if (blank[0] !== at) return undefined;
  const title = blank.length === 1 ? "Remove this entry" : "Remove the empty entries";
  const edits = blank.flatMap((index) => dashLine(parent.items[index], text));
  return { ...finding, fixes: () => removalFixes(title, edits) };
}

function removalFixes(title: string, edits: readonly Edit[]): readonly Fix[] {
  return edits.length > 0 ? [{ title, edits, preferred: true }] : [];
}

/** True for a dash alone on its line. */
function isBlankBullet(entry: Node | null, text: string): boolean {
  return entry !== null && isEmpty(entry) && entry.anchor === undefined && dashLine(entry, text).length > 0;
}

/** The removal of the line of an empty entry; empty if something else is on it. */
function dashLine(entry: unknown, text: string): readonly Edit[] {
  const node = asNode(entry);
  return node ? lineOfDash(rangeOfEmpty(text, rangeOf(node)).start, text) : [];
}

function lineOfDash(at: number, text: string): readonly Edit[] {
  const line = lineAt(text, at);
  if (!/^[ \t]*-[ \t]*$/.test(text.slice(line.start, line.end).trimEnd())) return [];
  const next = text.indexOf("\n", line.start) + 1;
  return [{ start: line.start, end: next > 0 ? next : line.end, text: "" }];
}

/** True for an empty entry of a list that `lost-text` reports: `- #1 start` and `- &Co`. */
function isLostEntry({ node, path, parent }: SchemaLocation, { text, vocabulary }: RuleContext): boolean {
  if (!isSeq(parent)) return false;
  if (path.at(-2) === "themes") return themeAfterHash(node, text, vocabulary) !== undefined;
  const isText = textOption(schemaAt(path)) !== undefined;
  return isText && isLostText(node, text);
}

/** `title:`, `title: #x`, which is a comment, `title: &x` and `title: null`. */
function missingValue(key: Node, { path, node }: SchemaLocation, context: RuleContext): Finding {
  const { text } = context;
  const name = String(path.at(-1));
  const finding = { code: "wrong-type", range: rangeOf(key) } as const;
  const isText = isFreeText(schemaAt(path));
  const { edit, reason } = (isText && textInsteadOfEmpty(node, text)) || {};
  if (!edit)
    return {
      ...finding,
      message: `\`${name}\` must have a value.`,
      isIncomplete: true,
      fixes: () => (name === "date" ? dateFixes(key, node, context) : []),
    };
  return {
    ...finding,
    message: `\`${name}\` must have a value: ${reason}.`,
    fixes: () => [{ title: quoteTitle(name), edits: [edit], preferred: true }],
  };
}

/** Today for a `date` without a value. */
function dateFixes(key: Node, value: Node | null, { text, today }: RuleContext): readonly Fix[] {
  const edit = setEmptyValue(text, { key: key as Scalar, name: "date", value }, today);
  return edit ? [{ title: `Write today's date, \`${today}\``, edits: [edit], preferred: true }] : [];
}

/** The words instead of a value, in quotes. */
function textInsteadOfEmpty(
  node: Node | null,
  text: string,
): { readonly edit: Edit; readonly reason: string } | undefined {
  if (!node) return undefined;
  const anchor = anchorInText(node, text);
  if (anchor) return { edit: quoteAnchored(node, anchor, text), reason: "`&` starts an anchor" };
  const tail = emptyWithTail(node, text);
  if (tail) return { edit: quoteRange(tail, text), reason: "`#` starts a comment" };
  const range = rangeOf(node);
  const source = text.slice(range.start, range.end);
  const isNull = /^(?:null|~)$/i.test(source);
  return isNull ? { edit: quoteRange(range, text), reason: `\`${source}\` means no value` } : undefined;
}

function quoteRange(range: Range, text: string): Edit {
  return { ...range, text: quote(text.slice(range.start, range.end)) };
}

/** The range of an empty entry: its `null` or `&a`, otherwise its dash. */
function rangeOfEmpty(text: string, { start, end }: Range): Range {
  if (start < end) return clipToLine(text, { start, end });
  const properties = propertiesBefore(text, start);
  const textEnd = trimmedEnd(text, start - properties.length);
  if (text[textEnd - 1] === "-") return { start: textEnd - 1, end: textEnd };
  return { start: start - properties.length, end: start - properties.length + properties.trimEnd().length };
}
