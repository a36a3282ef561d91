import { type DocumentSymbol, SymbolKind } from "vscode-languageserver-types";
import { type ItemList, itemLists } from "../core/blocks";
import type { PlacedBlock, PlacedEntry } from "../core/document";
import { rangeOf } from "../core/nodes";
import { oneLine } from "../core/oneLine";
import { inkEnd, type Range, shiftRange } from "../core/range";
import type { Summary } from "../core/summary";
import { toLspRange, type View } from "./view";

/** The meeting, and each item list with its items; a broken item is there by its line. */
export function documentSymbols(view: View): DocumentSymbol[] {
  const items = view.document.blocks.flatMap((placed) => itemsOf(placed, view));
  const placedEntries = view.document.entries();
  return placedEntries.flatMap((placed, index): DocumentSymbol[] => {
    const { name } = placed.entry;
    if (name === "meeting") return [meetingSymbol(placed, view)];
    const list = itemLists.find((candidate) => candidate === name);
    if (!list) return [];
    const next = placedEntries.slice(index + 1).find(({ entry }) => entry.name === name);
    const end = next ? keyStart(next) : view.document.text.length;
    const own = items.filter(
      (item) => item.list === list && keyStart(placed) <= item.start && item.start < end,
    );
    return [listSymbol(placed, own, view)];
  });
}

function meetingSymbol(placed: PlacedEntry, view: View): DocumentSymbol {
  const summary = view.document.head()?.summary;
  return {
    name: oneLine(summary?.title ?? "") || placed.entry.name,
    kind: SymbolKind.Module,
    range: toLspRange(view, entryRange(placed, view)),
    selectionRange: toLspRange(view, shiftRange(rangeOf(placed.entry.key), placed.start)),
  };
}

function listSymbol(placed: PlacedEntry, items: readonly Item[], view: View): DocumentSymbol {
  const own = entryRange(placed, view);
  const end = Math.max(own.end, items.at(-1)?.end ?? own.end);
  return {
    name: placed.entry.name,
    kind: SymbolKind.Array,
    range: toLspRange(view, { start: own.start, end }),
    selectionRange: toLspRange(view, shiftRange(rangeOf(placed.entry.key), placed.start)),
    detail: String(items.length),
    ...(items.length > 0 && { children: items.map(({ symbol }) => symbol) }),
  };
}

/** A root key with the value that stands in its own block, trailing white space left out. */
function entryRange({ entry, start }: PlacedEntry, view: View): Range {
  const key = shiftRange(rangeOf(entry.key), start);
  const end = entry.value ? inkEnd(view.document.text, start + rangeOf(entry.value).end) : key.end;
  return { start: key.start, end: Math.max(key.end, end) };
}

function keyStart({ entry, start }: PlacedEntry): number {
  return start + rangeOf(entry.key).start;
}

/** An item's symbol, and its range as offsets in the file. */
interface Item extends Range {
  readonly list: ItemList;
  readonly symbol: DocumentSymbol;
}

function itemsOf(placed: PlacedBlock, view: View): readonly Item[] {
  const { block, piece, start } = placed;
  if (!block.sound && piece.kind === "item" && piece.list) return [brokenItem(placed, piece.list, view)];
  return block.summaries.flatMap((summary): readonly Item[] =>
    summary.kind === "meeting" ? [] : [soundItem(summary, summary.kind, start, view)],
  );
}

const kinds: Readonly<Record<ItemList, SymbolKind>> = {
  contributions: SymbolKind.String,
  surveys: SymbolKind.Enum,
  discussion: SymbolKind.Event,
};

function soundItem(summary: Summary, list: ItemList, offset: number, view: View): Item {
  const selection = shiftRange(summary.titleRange, offset);
  const start = offset + summary.range.start;
  const end = Math.max(inkEnd(view.document.text, offset + summary.range.end), selection.end);
  const symbol: DocumentSymbol = {
    name: oneLine(summary.title) || "Untitled",
    detail: summary.themes.length > 0 ? summary.themes.join(", ") : summary.isNone ? "" : "no theme",
    kind: kinds[list],
    range: toLspRange(view, { start, end }),
    selectionRange: toLspRange(view, selection),
  };
  return { list, start, end, symbol };
}

function brokenItem(placed: PlacedBlock, list: ItemList, view: View): Item {
  const source = view.document.text.slice(placed.start, placed.end);
  const lead = /^(?:[ \t]*(?:#.*)?\r?\n)*[ \t]*/.exec(source)?.[0].length ?? 0;
  const title = /(?:title|question|topic):[ \t]*(\S.*?)[ \t]*\r?$/m.exec(source)?.[1];
  const start = placed.start + lead;
  const end = Math.max(inkEnd(view.document.text, placed.end), start);
  const range = toLspRange(view, { start, end });
  const symbol: DocumentSymbol = {
    name: title ?? "Untitled",
    detail: "cannot be read",
    kind: SymbolKind.String,
    range,
    selectionRange: range,
  };
  return { list, start, end, symbol };
}
