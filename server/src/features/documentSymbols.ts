import { type DocumentSymbol, SymbolKind } from "vscode-languageserver-types";
import type { ItemList } from "../core/blocks";
import { itemLists } from "../core/blocks";
import type { PlacedBlock } from "../core/document";
import { rangeOf } from "../core/nodes";
import { inkEnd, type Range, shiftRange } from "../core/range";
import type { Summary } from "../core/summary";
import { toLspRange, type View } from "./view";

/** The meeting, and each item list with its items; a broken item is there by its line. */
export function documentSymbols(view: View): DocumentSymbol[] {
  const { document } = view;
  const items = document.blocks.flatMap((placed) => itemsOf(placed, view));
  return document.entries().flatMap(({ entry, start }): DocumentSymbol[] => {
    const key = shiftRange(rangeOf(entry.key), start);
    const list = itemLists.find((name) => name === entry.name);
    if (entry.name !== "meeting" && !list) return [];
    const children = list ? items.filter((item) => item.list === list).map(({ symbol }) => symbol) : [];
    const own = toLspRange(view, {
      start: key.start,
      end: entry.value ? Math.max(key.end, inkEnd(document.text, start + rangeOf(entry.value).end)) : key.end,
    });
    const last = children.at(-1)?.range.end ?? own.end;
    const end = last.line > own.end.line ? last : own.end;
    const meeting = document.units().find(({ unit }) => unit.kind === "meeting")?.summary;
    return [
      {
        name: entry.name === "meeting" && meeting?.title ? meeting.title : entry.name,
        kind: list ? SymbolKind.Array : SymbolKind.Module,
        range: { start: own.start, end },
        selectionRange: toLspRange(view, key),
        ...(list && { detail: String(children.length) }),
        ...(children.length > 0 && { children }),
      },
    ];
  });
}

interface Item {
  readonly list: ItemList;
  readonly symbol: DocumentSymbol;
}

function itemsOf(placed: PlacedBlock, view: View): readonly Item[] {
  const { block, piece, start } = placed;
  if (!block.sound && piece.kind === "item" && piece.list)
    return [{ list: piece.list, symbol: brokenItem(placed, view) }];
  return block.units.flatMap((unit, index): readonly Item[] => {
    const summary = block.summaries[index];
    if (unit.kind === "meeting" || !summary) return [];
    return [{ list: unit.kind, symbol: itemSymbol(summary, start, view) }];
  });
}

function itemSymbol(summary: Summary, start: number, view: View): DocumentSymbol {
  const end = inkEnd(view.document.text, start + summary.range.end);
  const selection = shiftRange(summary.titleRange, start);
  return {
    name: summary.title.trim() || "Untitled",
    detail: summary.themes.length > 0 ? summary.themes.join(", ") : summary.isNone ? "" : "no theme",
    kind:
      summary.kind === "surveys"
        ? SymbolKind.Enum
        : summary.kind === "discussion"
          ? SymbolKind.Event
          : SymbolKind.String,
    range: toLspRange(view, { start: start + summary.range.start, end: Math.max(end, selection.end) }),
    selectionRange: toLspRange(view, selection),
  };
}

function brokenItem(placed: PlacedBlock, view: View): DocumentSymbol {
  const source = view.document.text.slice(placed.start, placed.end);
  const lead = /^(?:[ \t]*(?:#.*)?\r?\n)*[ \t]*/.exec(source)?.[0].length ?? 0;
  const title = /(?:title|question|topic):[ \t]*(\S.*?)[ \t]*\r?$/m.exec(source)?.[1];
  const range: Range = {
    start: placed.start + lead,
    end: Math.max(placed.start + source.trimEnd().length, placed.start + lead),
  };
  const lspRange = toLspRange(view, range);
  return {
    name: title ?? "Untitled",
    detail: "cannot be read",
    kind: SymbolKind.String,
    range: lspRange,
    selectionRange: lspRange,
  };
}
