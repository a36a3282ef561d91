/** Completion places for a line with a single word, and for empty lines. */
import { schemaAt, takesList } from "../schema/schema";
import {
  blockListsFrom,
  type Container,
  childOnPath,
  innermostContainer,
  nextIndex,
  openChild,
  pathOf,
} from "./containers";
import { columnOf } from "./cursorLines";
import type { CursorScan, CursorSpot } from "./scan";
import type { Token } from "./tokens";

/** The structures that the word at `token`, alone on its line, may become, by the column of the cursor. */
export function spotsOnOwnLine(scan: CursorScan, lineStart: number, token: Token): readonly CursorSpot[] {
  return new OwnLine(scan, lineStart, token).spots();
}

class OwnLine {
  readonly #scan: CursorScan;
  readonly #lineStart: number;
  readonly #token: Token;
  readonly #column: number;

  constructor(scan: CursorScan, lineStart: number, token: Token) {
    this.#scan = scan;
    this.#lineStart = lineStart;
    this.#token = token;
    this.#column = columnOf(scan.text, lineStart, token.start);
  }

  /** The spots, the most likely first. */
  spots(): readonly CursorSpot[] {
    const top = innermostContainer(this.#scan.innermost, this.#column);
    const inner = top === this.#scan.innermost ? undefined : childOnPath(this.#scan.innermost, top);
    const likely = this.#likelySpots(top, inner);
    const isBelowKey = !inner && top.column < this.#column && top.awaitsValue;
    return isBelowKey || this.#scan.scope === "likely" ? likely : [...likely, ...this.#alternatives(likely)];
  }

  #likelySpots(top: Container, inner: Container | undefined): readonly CursorSpot[] {
    if (top.column < this.#column) return this.#spotsRightOf(top, inner);
    return top.kind === "list" ? this.#spotsAtDashes(top) : this.#spotsAtKeys(top, inner);
  }

  #spotsRightOf(outer: Container, inner: Container | undefined): readonly CursorSpot[] {
    if (inner && this.#scan.scope === "likely") return [this.#spotIn(inner)];
    if (inner) return [...this.#spotsBeside(inner), this.#spotIn(outer)];
    if (!outer.awaitsValue) return [this.#spotIn(outer)];
    if (outer.kind === "map") return this.#spotsBelow(outer, this.#column);
    return [this.#spot("entry", outer, this.#column, outer.lastStep)];
  }

  /** Keys of the map above may be in the column of the dashes. */
  #spotsAtDashes(list: Container): readonly CursorSpot[] {
    const { parent } = list;
    const spots = this.#spotsBeside(list);
    return parent?.column === this.#column ? [...spots, this.#spotIn(parent)] : spots;
  }

  /** A map; or for a list a key of its last entry, which lacks only its indentation, before a new entry. */
  #spotsBeside(at: Container): readonly CursorSpot[] {
    const isWide = at.kind === "list" && this.#scan.scope === "any";
    const last = isWide ? childOnPath(this.#scan.innermost, at) : undefined;
    return last?.kind === "map" ? [this.#spotIn(last), this.#spotIn(at)] : [this.#spotIn(at)];
  }

  /** A new item is more likely than a root key; a key of an item is more likely than an entry below the key above. */
  #spotsAtKeys(map: Container, inner: Container | undefined): readonly CursorSpot[] {
    const entries = map.awaitsValue ? this.#entriesBelow(map) : [];
    if (map.parent) return [this.#spotIn(map), ...entries];
    if (!map.awaitsValue && inner?.kind === "list") return [...this.#spotsBeside(inner), this.#spotIn(map)];
    return [...entries, this.#spotIn(map)];
  }

  /** New entries of the lists around the cursor that are not among the likely spots. */
  #alternatives(likely: readonly CursorSpot[]): readonly CursorSpot[] {
    const isLikely = (list: Container): boolean =>
      likely.some(({ slot, collection }) => slot === "entry" && collection === list);
    return blockListsFrom(this.#scan.innermost)
      .filter((list) => !isLikely(list))
      .map((list) => ({ ...this.#spotIn(list), isAlternative: true }));
  }

  #entriesBelow(map: Container): readonly CursorSpot[] {
    return this.#spotsBelow(map, this.#column + 2).filter(({ slot }) => slot === "entry");
  }

  /** A further key of a map, or a further entry of a list. */
  #spotIn(at: Container): CursorSpot {
    return at.kind === "map"
      ? this.#spot("key", at, at.column)
      : this.#spot("entry", at, at.column, nextIndex(at));
  }

  /** The values that the schema allows for the key above. */
  #spotsBelow(owner: Container, target: number): readonly CursorSpot[] {
    const schema = schemaAt([...pathOf(owner), ...(owner.lastStep === undefined ? [] : [owner.lastStep])]);
    if (takesList(schema)) return [this.#spot("entry", openChild(owner, "list", target, true), target, 0)];
    if (schema?.properties) return [this.#spot("key", openChild(owner, "map", target, true), target)];
    return target === this.#column ? [this.#spot("value", owner, this.#column, owner.lastStep)] : [];
  }

  #spot(slot: "key" | "value" | "entry", at: Container, target: number, step?: string | number): CursorSpot {
    const token = this.#token;
    const { start, indent: lead } = alignTo(this.#scan.text, this.#lineStart, token, this.#column, target);
    const dash = slot === "entry" && step !== at.lastStep ? "- " : "";
    return {
      slot,
      collection: at,
      step,
      token,
      start,
      insertPrefix: lead + dash,
      column: target + dash.length,
    };
  }
}

/** Adds or removes indentation to reach the target column; tabs are replaced, as YAML does not allow them. */
export function alignTo(
  text: string,
  lineStart: number,
  token: Token,
  column: number,
  targetColumn: number,
): { start: number; indent: string } {
  if (text.slice(lineStart, token.start).includes("\t"))
    return { start: lineStart, indent: " ".repeat(targetColumn) };
  if (column >= targetColumn) return { start: lineStart + targetColumn, indent: "" };
  return { start: token.start, indent: " ".repeat(targetColumn - column) };
}
