import { isMap, isScalar } from "yaml";
import type { Unit } from "../document/parseBlock";
import type { Finding, Fix } from "../findings/finding";
import { isMarkdownKey } from "../schema/keyKinds";
import { quoteAdvice, quoteTitle } from "../syntaxErrors/quoteWording";
import { messageText } from "../text/displayText";
import { type Edit, insertion, lineAt, type Range } from "../text/range";
import { literalBlockEdit, prefersBlock } from "../yaml/literalBlock";
import { isEmpty, type Node, rangeOf } from "../yaml/nodes";
import { appendText } from "../yaml/quotedText";
import { quote } from "../yaml/scalars";
import { tailOf } from "../yaml/textTail";
import { explicitKeys } from "./keys/explicitKey";
import { lostEntries } from "./lostEntry";
import { lostLines } from "./lostLines";
import type { RuleContext, UnitRule } from "./shared/rule";
import { isRequiredText, type TextValue, textValues } from "./shared/textValues";
import { lostTheme } from "./themes/lostTheme";
import { misalignedEntries } from "./themes/misalignedEntries";
import { lostAnchor } from "./values/lostAnchor";

/** `lost-text`: words that YAML does not read as text, `title: Rucio #42 follow-up` and `title: &Co meeting` */
export const lostText: UnitRule = { codes: ["lost-text"], check };

function check(unit: Unit, context: RuleContext): readonly Finding[] {
  const { text } = context;
  const source = text.slice(unit.range.start, lineAt(text, unit.range.end).end);
  const mayLoseText = source.includes("#") || source.includes("&");
  const values = textValues(unit);
  return [
    ...(mayLoseText ? values.flatMap((value) => findingsOf(value, text)) : []),
    ...(mayLoseText ? lostEntries(unit, text) : []),
    ...lostTheme(unit, context),
    ...misalignedEntries(unit, values, text),
    ...(source.includes("?") ? explicitKeys(unit.node, text) : []),
  ];
}

function findingsOf(value: TextValue, text: string): readonly Finding[] {
  const lost = lostAnchor(value, text) ?? lostTail(value, text);
  return lost ? [lost] : lostLines(value, text);
}

/** The ` #42` after a text. */
function lostTail(value: TextValue, text: string): Finding | undefined {
  const { node, name } = value;
  if (!isScalar(node) || node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED") return undefined;
  const tail = tailOf(node, text);
  if (!tail || isReportedAsEmpty(value)) return undefined;
  const advice = suggestsBlock(value, tail, text)
    ? `write this text below \`${name}: |\``
    : quoteAdvice(name);
  return {
    code: "lost-text",
    range: tail,
    message: `\`${messageText(text.slice(tail.start, tail.end))}\` is a comment, which the notes leave out: ${advice}.`,
    fixes: () => tailFixes(value, tail, text),
  };
}

/** True for `title: #42`, which is reported as a missing value. */
function isReportedAsEmpty({ pair, node, name }: TextValue): boolean {
  return pair !== undefined && isEmpty(node) && isRequiredText(name);
}

function tailFixes(value: TextValue, tail: Range, text: string): readonly Fix[] {
  const { name, pair } = value;
  const block = suggestsBlock(value, tail, text);
  const fixes: Fix[] = [
    { title: quoteTitle(name), edits: [quotedEdit(value.node, tail, text)], preferred: !block },
    { title: "Make it a comment with a space after `#`", edits: [insertion(tail.start + 1, " ")] },
  ];
  if (!pair || !takesBlock(value, text)) return fixes;
  const edits = [blockEdit(text, pair.key, wholeRange(value.node, tail))];
  const blockFix = { title: `Write it below \`${name}: |\``, edits, preferred: block };
  return block ? [blockFix, ...fixes] : [...fixes, blockFix];
}

function quotedEdit(node: Node, tail: Range, text: string): Edit {
  const { start, end } = rangeOf(node);
  if (isEmpty(node)) return { ...tail, text: quote(text.slice(tail.start, tail.end)) };
  return { start, end: tail.end, text: appendText(text.slice(start, end), text.slice(end, tail.end)) };
}

/** The text with its tail; only the tail of an empty value. */
function wholeRange(node: Node, tail: Range): Range {
  return { start: isEmpty(node) ? tail.start : rangeOf(node).start, end: tail.end };
}

/** True if the value can be written as a literal block. */
function takesBlock({ name, pair, node, parent }: TextValue, text: string): boolean {
  const isPlain = !/["']/.test(text[rangeOf(node).start] ?? "");
  return pair !== undefined && isMarkdownKey(name) && isMap(parent) && !parent.flow && isPlain;
}

/** True if a literal block is better than quotes. */
function suggestsBlock(value: TextValue, tail: Range, text: string): boolean {
  const { start, end } = wholeRange(value.node, tail);
  return takesBlock(value, text) && prefersBlock(text.slice(start, end));
}

function blockEdit(text: string, key: Node, range: Range): Edit {
  const { start, end } = rangeOf(key);
  const colon = text.indexOf(":", end);
  return literalBlockEdit(text, colon + 1, range, start - lineAt(text, start).start);
}
