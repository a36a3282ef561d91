import { type DocumentSymbol, SymbolKind } from "vscode-languageserver-types";
import type { MeetingDocument } from "../core/analysis/meetingDocument";
import type { KeptBlock } from "../core/document/block";
import type { PlacedEntry } from "../core/document/blockDocument";
import type { Summary } from "../core/document/itemSummary";
import { partialTitle } from "../core/document/partialItem";
import { type ItemList, itemLists } from "../core/schema/itemKinds";
import { iconlessText } from "../core/text/displayText";
import { inkEnd, leadEnd, type Range, shiftRange } from "../core/text/range";
import { rangeOf } from "../core/yaml/nodes";
import { AtLine } from "./shared/atLine";
import { blockRange } from "./shared/blockRange";
import { toLspRange, type View } from "./shared/view";

/** The meeting, and each item list with its items; a broken item is there by its line. */
export function documentSymbols(view: View): DocumentSymbol[] {
  const { document } = view;
  const items = itemsOf(document);
  const placedEntries = document.entries();
  return placedEntries.flatMap((placed, index): DocumentSymbol[] => {
    const { name } = placed.entry;
    if (name === "meeting") return [meetingSymbol(placed, view)];
    const list = itemLists.find((candidate) => candidate === name);
    if (!list) return [];
    const next = placedEntries.slice(index + 1).find(({ entry }) => entry.name === name);
    const [start, end] = [keyLine(placed, document), next ? keyLine(next, document) : document.lineCount];
    const own = items.filter(
      (item) => item.list === list && start <= lineOf(item.symbol) && lineOf(item.symbol) < end,
    );
    return [listSymbol(placed, own, view)];
  });
}

function meetingSymbol(placed: PlacedEntry, view: View): DocumentSymbol {
  const title = view.document.head()?.summary.title ?? partialTitle(placed.block.text, "meeting");
  return {
    name: iconlessText(title) || placed.entry.name,
    kind: SymbolKind.Module,
    range: toLspRange(view, entryRange(placed)),
    selectionRange: toLspRange(view, shiftRange(rangeOf(placed.entry.key), placed.start)),
  };
}

function listSymbol(placed: PlacedEntry, items: readonly Item[], view: View): DocumentSymbol {
  const { start, end } = toLspRange(view, entryRange(placed));
  const last = items.at(-1)?.symbol.range.end;
  const isInside =
    !last || last.line < end.line || (last.line === end.line && last.character <= end.character);
  return {
    name: placed.entry.name,
    kind: SymbolKind.Array,
    range: { start, end: isInside ? end : last },
    selectionRange: toLspRange(view, shiftRange(rangeOf(placed.entry.key), placed.start)),
    detail: String(items.length),
    ...(items.length > 0 && { children: items.map(({ symbol }) => symbol) }),
  };
}

/** A root key with the value that stands in its own block, trailing white space left out; offsets of the file. */
function entryRange({ entry, start, block }: PlacedEntry): Range {
  const key = rangeOf(entry.key);
  const end = entry.value ? inkEnd(block.text, rangeOf(entry.value).end) : key.end;
  return shiftRange({ start: key.start, end: Math.max(key.end, end) }, start);
}

function keyLine({ entry, start }: PlacedEntry, document: MeetingDocument): number {
  return document.placeOf(start + rangeOf(entry.key).start).line;
}

/** An item's symbol, and the list it is in. */
export interface Item {
  readonly list: ItemList;
  readonly symbol: DocumentSymbol;
}

function lineOf({ range }: DocumentSymbol): number {
  return range.start.line;
}

function itemsOf(document: MeetingDocument): readonly Item[] {
  return document.list.kept.flatMap((block, index) => itemsAt(block, document.lineOf(index)));
}

/** The items of a block that starts at a 0-based line. */
export function itemsAt(block: KeptBlock, line: number): readonly Item[] {
  return block.derive(itemsIn).at(line);
}

function itemsIn(block: KeptBlock): AtLine<readonly Item[]> {
  const { piece, sound, summaries } = block;
  return new AtLine((line) =>
    !sound && piece.kind === "item" && piece.list
      ? [brokenItem(block, piece.list, line)]
      : summaries.flatMap((summary): readonly Item[] =>
          summary.kind === "meeting" ? [] : [soundItem(summary, summary.kind, block, line)],
        ),
  );
}

const kinds: Readonly<Record<ItemList, SymbolKind>> = {
  contributions: SymbolKind.String,
  surveys: SymbolKind.Enum,
  discussion: SymbolKind.Event,
};

function soundItem(summary: Summary, list: ItemList, block: KeptBlock, line: number): Item {
  const { titleRange, range, themes, isNone } = summary;
  const end = Math.max(inkEnd(block.text, range.end), titleRange.end);
  const symbol: DocumentSymbol = {
    name: iconlessText(summary.title) || "Untitled",
    detail: themes.length > 0 ? iconlessText(themes.join(", ")) : isNone ? "" : "no theme",
    kind: kinds[list],
    range: blockRange(block, { start: range.start, end }, line),
    selectionRange: blockRange(block, titleRange, line),
  };
  return { list, symbol };
}

function brokenItem(block: KeptBlock, list: ItemList, line: number): Item {
  const { text } = block;
  const lead = leadEnd(text);
  const start = lead + (/^[ \t]*/.exec(text.slice(lead))?.[0].length ?? 0);
  const range = blockRange(block, { start, end: Math.max(inkEnd(text, text.length), start) }, line);
  const symbol: DocumentSymbol = {
    name: iconlessText(partialTitle(text, list)) || "Untitled",
    detail: "cannot be read",
    kind: SymbolKind.String,
    range,
    selectionRange: range,
  };
  return { list, symbol };
}
