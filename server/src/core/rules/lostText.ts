import { isMap, isScalar } from "yaml";
import type { Unit } from "../document/parseBlock";
import type { Finding, Fix } from "../findings/finding";
import { quoteAdvice, quoteTitle } from "../syntaxErrors/quoteWording";
import { messageText } from "../text/displayText";
import { insertion, lineAt, type Range } from "../text/range";
import { isBlockKey, literalBlockEdit, prefersBlock } from "../yaml/literalBlock";
import { isEmpty, type Node, rangeOf } from "../yaml/nodes";
import { appendText } from "../yaml/quotedText";
import { quote } from "../yaml/scalars";
import { tailOf } from "../yaml/textTail";
import { lostAnchor } from "./lostAnchor";
import { lostLines } from "./lostLines";
import { lostTheme } from "./lostTheme";
import { misalignedEntries } from "./misalignedEntries";
import type { RuleContext, UnitRule } from "./rule";
import { isRequiredText, type TextValue, textValues } from "./textValues";

/** `lost-text`: words that YAML does not read as text, `title: Rucio #42 follow-up` and `title: &Co meeting` */
export const lostText: UnitRule = { codes: ["lost-text"], check };

function check(unit: Unit, context: RuleContext): readonly Finding[] {
  const { text } = context;
  const source = text.slice(unit.range.start, lineAt(text, unit.range.end).end);
  const mayLoseText = source.includes("#") || source.includes("&");
  const values = textValues(unit);
  return [
    ...(mayLoseText ? values.flatMap((value) => findingsOf(value, text)) : []),
    ...lostTheme(unit, context),
    ...misalignedEntries(unit, text),
  ];
}

function findingsOf(value: TextValue, text: string): readonly Finding[] {
  const lost = lostAnchor(value, text) ?? lostTail(value, text);
  return lost ? [lost] : lostLines(value, text);
}

/** The ` #42` after a text. */
function lostTail(value: TextValue, text: string): Finding | undefined {
  const { node } = value;
  if (!isScalar(node) || node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED") return undefined;
  const tail = tailOf(node, text);
  if (!tail || isReportedAsEmpty(value)) return undefined;
  return {
    code: "lost-text",
    range: tail,
    message: `\`${messageText(text.slice(tail.start, tail.end))}\` is a comment, which the notes leave out: ${quoteAdvice(value.name)}.`,
    fixes: () => tailFixes(value, tail, text),
  };
}

/** True for `title: #42`, which is reported as a missing value. */
function isReportedAsEmpty({ pair, node, name }: TextValue): boolean {
  return pair !== undefined && isEmpty(node) && isRequiredText(name);
}

function tailFixes(value: TextValue, tail: Range, text: string): readonly Fix[] {
  const { name, node, parent, pair } = value;
  const { start } = isEmpty(node) ? tail : rangeOf(node);
  const range = { start, end: tail.end };
  const source = text.slice(start, rangeOf(node).end);
  const isFirst = isEmpty(node);
  const quoted = isFirst
    ? quote(text.slice(tail.start, tail.end))
    : appendText(source, text.slice(rangeOf(node).end, tail.end));
  const whole = text.slice(range.start, range.end);
  const isBlock = pair && isBlockKey(name) && isMap(parent) && !parent.flow && !/^["']/.test(source);
  const preferBlock = isBlock === true && prefersBlock(whole);
  const fixes: Fix[] = [
    { title: quoteTitle(name), edits: [{ ...range, text: quoted }], preferred: !preferBlock },
    { title: "Make it a comment with a space after `#`", edits: [insertion(tail.start + 1, " ")] },
  ];
  if (!isBlock) return fixes;
  const block: Fix = {
    title: `Write it below \`${name}: |\``,
    edits: [blockEdit(text, pair.key, range)],
    preferred: preferBlock,
  };
  return preferBlock ? [block, ...fixes] : [...fixes, block];
}

function blockEdit(text: string, key: Node, range: Range) {
  const { start, end } = rangeOf(key);
  const colon = text.indexOf(":", end);
  return literalBlockEdit(text, colon + 1, range, start - lineAt(text, start).start);
}
