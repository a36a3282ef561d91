/** Decides whether a line starts a block, by the block and the unit that are open above it. */
import { keysAt } from "../schema/schema";
import { rootOnlyKeys } from "../schema/unitKeys";
import { conflictMarker } from "../syntaxErrors/conflict";
import { countSpaces, isDash, skipBlanks } from "../yaml/lineShape";
import type { ScanState } from "./blockSpan";
import { marginLine } from "./marginLine";
import type { ContentLine, OpenBlock } from "./openBlock";
import { hasKeyAfterMark, isLookAlikeDash } from "./ordinaryMargins";
import {
  endsUnit,
  isKeyOf,
  type OpenUnit,
  resumesList,
  rootKeyName,
  type StrayRole,
  strayDashRole,
  strayRole,
} from "./strayLine";

/** What is open above a line. */
export interface ScanContext {
  /** with ordinary characters at the start of its lines */
  readonly text: string;
  /** the text as it is */
  readonly source: string;
  readonly openBlock: OpenBlock;
  /** the item or the meeting head of the open block */
  openUnit: OpenUnit | undefined;
  state: ScanState;
}

/** First characters of root keys: a quick test before a line is read. */
const rootKeyStart: ReadonlySet<string> = new Set(rootOnlyKeys.map((key) => key.charAt(0)));

/** False if the first line from `at` on belongs to the open block because of the lines above it. */
export function startsBlock(context: ScanContext, at: number): boolean {
  for (let start = at; start < context.text.length; ) {
    const newline = context.text.indexOf("\n", start);
    const end = newline < 0 ? context.text.length : newline + 1;
    const content = skipBlanks(context.text, start, end);
    if (!/^[#\r\n]?$/.test(context.text[content] ?? "")) return isStart(context, { start, content, end });
    start = end;
  }
  return context.openUnit === undefined;
}

function isStart(context: ScanContext, line: ContentLine): boolean {
  const { start, content, end } = line;
  if (conflictMarker(context.text, start) === "start") return false;
  const isIndented =
    content > start && !(context.state.list !== undefined && isItemDash(context, content, end));
  if (isIndented) return indentedRootKey(context, line, false) !== undefined;
  return roleOf(context, line) === "none";
}

/** The role of a dash or of a line at the margin in the open unit. */
export function roleOf(context: ScanContext, { start, content, end }: ContentLine): StrayRole {
  const unit = context.openUnit;
  if (!unit) return "none";
  const { isInText } = context.openBlock;
  const { list, indent: itemColumn } = context.state;
  const isDashOfItem = list !== undefined && isItemDash(context, content, end);
  if (isDashOfItem && (itemColumn === undefined || (!isInText && startsItem(context, start, content, unit))))
    return "none";
  const line = marginLine(context.text, start, end);
  if (isDashOfItem && itemColumn !== undefined) {
    const hasTab = context.source.slice(start, content).includes("\t");
    if (!isInText) return strayDashRole(context.text, line, unit, { itemColumn, hasTab });
    return resumesList(context.text, line, unit, itemColumn) ? "none" : "text";
  }
  const isYamlMark = /^(?:---|\.\.\.|\?)(?:\s|$)|^%/.test(context.text.slice(start, start + 4));
  return isYamlMark && !isInText ? "none" : strayRole(context.text, line, unit, isInText);
}

/** A quick test for most dashes: `- title: x`, and one that is too deep to be a dash of the items. */
function startsItem({ text, state }: ScanContext, start: number, content: number, unit: OpenUnit): boolean {
  if (countSpaces(text, start, content) > (state.indent ?? 0) + 1) return true;
  const [, name] = /^- ([a-z]{1,20}): /.exec(text.slice(content, content + maxDashLength)) ?? [];
  return name !== undefined && isKeyOf(unit, name);
}

/** `- `, a key of 20 letters and its colon */
const maxDashLength = 24;

/** True for `- x`, and for `-title: x` in a list. */
export function isItemDash(context: ScanContext, content: number, end: number): boolean {
  if (isDash(context.text, content)) return true;
  const { list } = context.state;
  if (context.text[content] !== "-" || list === undefined || list === "unknown") return false;
  const [, name] =
    /^-([A-Za-z_]\w*):(?=\s|$)/.exec(context.text.slice(content, Math.min(end, content + 40))) ?? [];
  return name !== undefined && keysAt([list, 0]).includes(name);
}

/** True for `– title: x` and `• Rucio` in the column of the items, or left of it. */
export function isLookAlikeItem(context: ScanContext, { start, content, end }: ContentLine): boolean {
  const { list, indent } = context.state;
  if (list === undefined || list === "unknown" || context.openBlock.isBelowKeys()) return false;
  if (content - start > (indent ?? content) || !isLookAlikeDash(context.text, content, end)) return false;
  return (
    !isBelowText(context, start, content) || hasKeyAfterMark(context.text, content, end, keysAt([list, 0]))
  );
}

/** True for a line of pasted text, and for one left of the items below the text of an item. */
function isBelowText(context: ScanContext, start: number, content: number): boolean {
  if (context.openBlock.isInText) return true;
  const unit = context.openUnit;
  if (unit?.mayHoldText !== true) return false;
  const tail = unit.tail.tailAt(start);
  const column = content - start;
  return tail.kind === "text" && (column !== context.state.indent || column > tail.column);
}

/** @param isFirst true for a line that starts a block, whatever is above it */
export function indentedRootKey(
  context: ScanContext,
  line: ContentLine,
  isFirst: boolean,
): string | undefined {
  const text = context.text;
  if (context.openBlock.isInText || !rootKeyStart.has(text[line.content] ?? "")) return undefined;
  const name = rootKeyName(text, line);
  const unit = context.openUnit;
  if (name === undefined || isFirst) return name;
  return unit && endsUnit(line, unit, context.state.indent) ? name : undefined;
}
