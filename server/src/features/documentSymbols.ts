import { type DocumentSymbol, SymbolKind } from "vscode-languageserver-types";
import type { MeetingDocument } from "../core/analysis/meetingDocument";
import type { Block } from "../core/document/block";
import type { PlacedEntry } from "../core/document/blockDocument";
import { comparableSession } from "../core/document/itemDay";
import type { ItemSummary } from "../core/document/itemSummary";
import { partialTitle } from "../core/document/partialItem";
import { isItemKind, type UnitKind, type UnitList, unitLists } from "../core/schema/itemKinds";
import { iconlessText } from "../core/text/displayText";
import { endOfLeadingComments, type Range, shiftRange, trimmedEnd } from "../core/text/range";
import { singleLineLabel } from "../core/text/singleLineLabel";
import { entriesOf, pairOf, rangeOf, stringOf } from "../core/yaml/nodes";
import { blockRange } from "./shared/blockRange";
import { PerLineCache } from "./shared/perLineCache";
import { toLspRange, type View } from "./shared/view";

/** The meeting, and each item list with its items; a broken item is listed by its line. */
export function documentSymbols(view: View): DocumentSymbol[] {
  const { document } = view;
  const items = itemsOf(document);
  const placedEntries = document.entries();
  return placedEntries.flatMap((placedEntry, index): DocumentSymbol[] => {
    const { name } = placedEntry.entry;
    if (name === "meeting") return [meetingSymbol(placedEntry, view)];
    const list = unitLists.find((candidate) => candidate === name);
    if (!list) return [];
    const nextSameKey = placedEntries.slice(index + 1).find(({ entry }) => entry.name === name);
    const [start, end] = [
      keyLine(placedEntry, document),
      nextSameKey ? keyLine(nextSameKey, document) : document.lineCount,
    ];
    const itemsOfList = items.filter(
      (item) => item.list === list && start <= lineOf(item.symbol) && lineOf(item.symbol) < end,
    );
    return [listSymbol(placedEntry, itemsOfList, view)];
  });
}

function meetingSymbol(placedEntry: PlacedEntry, view: View): DocumentSymbol {
  const title = view.document.head()?.summary.title ?? partialTitle(placedEntry.block.text, "meeting");
  return {
    name: iconlessText(title) || placedEntry.entry.name,
    kind: SymbolKind.Module,
    range: toLspRange(view, entryRange(placedEntry)),
    selectionRange: toLspRange(view, shiftRange(rangeOf(placedEntry.entry.key), placedEntry.start)),
  };
}

function listSymbol(placedEntry: PlacedEntry, items: readonly ListedSymbol[], view: View): DocumentSymbol {
  const { start, end } = toLspRange(view, entryRange(placedEntry));
  const lastEnd = items.at(-1)?.symbol.range.end;
  const isInside =
    !lastEnd || lastEnd.line < end.line || (lastEnd.line === end.line && lastEnd.character <= end.character);
  return {
    name: placedEntry.entry.name,
    kind: SymbolKind.Array,
    range: { start, end: isInside ? end : lastEnd },
    selectionRange: toLspRange(view, shiftRange(rangeOf(placedEntry.entry.key), placedEntry.start)),
    detail: String(items.length),
    ...(items.length > 0 && { children: sessionGroups(items) }),
  };
}

/** Items of one session that follow each other become the children of a symbol with its title. */
function sessionGroups(items: readonly ListedSymbol[]): DocumentSymbol[] {
  const symbols: DocumentSymbol[] = [];
  let open: string | undefined;
  for (const { symbol, session } of items) {
    const last = symbols.at(-1);
    if (session !== undefined && last && open === comparableSession(session)) {
      last.children?.push(symbol);
      last.range = { start: last.range.start, end: symbol.range.end };
      continue;
    }
    open = session === undefined ? undefined : comparableSession(session);
    symbols.push(session === undefined ? symbol : groupOf(session, symbol));
  }
  return symbols;
}

function groupOf(session: string, { range, selectionRange, ...first }: DocumentSymbol): DocumentSymbol {
  return {
    name: iconlessText(session) || "Untitled",
    detail: "session",
    kind: SymbolKind.Namespace,
    range,
    selectionRange,
    children: [{ ...first, range, selectionRange }],
  };
}

/** The file range of a root key and the part of its value in the same block, without trailing white space. */
function entryRange({ entry, start, block }: PlacedEntry): Range {
  const key = rangeOf(entry.key);
  const end = entry.value ? trimmedEnd(block.text, rangeOf(entry.value).end) : key.end;
  return shiftRange({ start: key.start, end: Math.max(key.end, end) }, start);
}

function keyLine({ entry, start }: PlacedEntry, document: MeetingDocument): number {
  return document.lineColumnOf(start + rangeOf(entry.key).start).line;
}

/** An item's symbol, and the list it is in. */
export interface ListedSymbol {
  readonly list: UnitList;
  readonly symbol: DocumentSymbol;
  /** the title of its session, as written */
  readonly session?: string;
}

function lineOf({ range }: DocumentSymbol): number {
  return range.start.line;
}

function itemsOf(document: MeetingDocument): readonly ListedSymbol[] {
  return document.blockList.blocks.flatMap((block, index) => itemsAt(block, document.lineOfBlock(index)));
}

/** The items of a block that starts at a 0-based line. */
export function itemsAt(block: Block, line: number): readonly ListedSymbol[] {
  return block.cached(itemsIn).at(line);
}

function itemsIn(block: Block): PerLineCache<readonly ListedSymbol[]> {
  const { shape, isValidYaml, summaries } = block;
  return new PerLineCache((line) =>
    !isValidYaml && shape.kind === "item" && shape.list
      ? [unparsableItemSymbol(block, shape.list, line)]
      : summaries.flatMap((summary, at): readonly ListedSymbol[] =>
          summary.kind === "meeting" ? [] : [itemSymbol(summary, block, at, line)],
        ),
  );
}

const kinds: Readonly<Record<Exclude<UnitKind, "meeting">, SymbolKind>> = {
  sessions: SymbolKind.Namespace,
  contributions: SymbolKind.String,
  breaks: SymbolKind.Null,
  actions: SymbolKind.Boolean,
  surveys: SymbolKind.Enum,
  discussion: SymbolKind.Event,
};

/** @param at index of the item in its block */
function itemSymbol(summary: ItemSummary, block: Block, at: number, line: number): ListedSymbol {
  const kind = summary.kind === "meeting" ? "contributions" : summary.kind;
  const { titleRange, range, themes, hasThemesNone } = summary;
  const end = Math.max(trimmedEnd(block.text, range.end), titleRange.end);
  const parts = kind === "contributions" ? partSymbols(block, at, line) : [];
  const symbol: DocumentSymbol = {
    name: iconlessText(summary.title) || "Untitled",
    detail:
      themes.length > 0
        ? iconlessText(themes.join(", "))
        : kind === "breaks"
          ? "break"
          : hasThemesNone || !isItemKind(kind)
            ? ""
            : "no theme",
    kind: kinds[kind],
    range: blockRange(block, { start: range.start, end }, line),
    selectionRange: blockRange(block, titleRange, line),
    ...(parts.length > 0 && { children: parts }),
  };
  const list = kind === "breaks" ? "contributions" : kind;
  return { list, symbol, ...(summary.session && { session: summary.session.title }) };
}

/** The parts of a contribution, each with its title. */
function partSymbols(block: Block, at: number, line: number): DocumentSymbol[] {
  if (!block.text.includes("parts")) return [];
  return block.withNodes(({ units }) =>
    entriesOf(pairOf(units[at]?.node, "parts")?.value).flatMap((part): DocumentSymbol[] => {
      const title = pairOf(part, "title")?.value;
      const { start, end } = rangeOf(part);
      if (!title) return [];
      const range = { start, end: Math.max(trimmedEnd(block.text, end), rangeOf(title).end) };
      return [
        {
          name: iconlessText(singleLineLabel(stringOf(title) ?? "")) || "Untitled",
          kind: SymbolKind.String,
          range: blockRange(block, range, line),
          selectionRange: blockRange(block, rangeOf(title), line),
        },
      ];
    }),
  );
}

function unparsableItemSymbol(block: Block, list: UnitList, line: number): ListedSymbol {
  const { text } = block;
  const leadingLength = endOfLeadingComments(text);
  const start = leadingLength + (/^[ \t]*/.exec(text.slice(leadingLength))?.[0].length ?? 0);
  const range = blockRange(block, { start, end: Math.max(trimmedEnd(text, text.length), start) }, line);
  const symbol: DocumentSymbol = {
    name: iconlessText(partialTitle(text, list)) || "Untitled",
    detail: "cannot be read",
    kind: SymbolKind.String,
    range,
    selectionRange: range,
  };
  return { list, symbol };
}
