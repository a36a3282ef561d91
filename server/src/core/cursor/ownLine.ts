/** A word on a line of its own, and empty lines. */
import { schemaAt, takesList } from "../schema/schema";
import { type Container, childOnPath, innermostContainer, nextIndex, openChild, pathOf } from "./containers";
import { columnOf } from "./cursorLines";
import type { CursorScan, CursorSpot } from "./scan";
import type { Token } from "./tokens";

/** What a word at `token` on its own line may become, by the column of the cursor. */
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

  /** The likeliest first. */
  spots(): readonly CursorSpot[] {
    const top = innermostContainer(this.#scan.innermost, this.#column);
    const inner = top === this.#scan.innermost ? undefined : childOnPath(this.#scan.innermost, top);
    if (top.column < this.#column) return this.#rightOf(top, inner);
    return top.kind === "list" ? this.#atDashes(top) : this.#atKeys(top, inner);
  }

  #rightOf(outer: Container, inner: Container | undefined): readonly CursorSpot[] {
    if (inner) return [this.#within(inner)];
    if (!outer.awaitsValue) return [this.#within(outer)];
    if (outer.kind === "map") return this.#below(outer, this.#column);
    return [this.#place("entry", outer, this.#column, outer.lastStep)];
  }

  /** Keys of the map above may be in the column of the dashes. */
  #atDashes(list: Container): readonly CursorSpot[] {
    const { parent: up } = list;
    return up?.column === this.#column ? [this.#within(list), this.#within(up)] : [this.#within(list)];
  }

  /** A new item is likelier than a key of the root, a key of an item likelier than an entry below the key above. */
  #atKeys(map: Container, inner: Container | undefined): readonly CursorSpot[] {
    const entries = map.awaitsValue ? this.#entriesBelow(map) : [];
    if (map.parent) return [this.#within(map), ...entries];
    if (!map.awaitsValue && inner?.kind === "list") return [this.#within(inner), this.#within(map)];
    return [...entries, this.#within(map)];
  }

  #entriesBelow(map: Container): readonly CursorSpot[] {
    return this.#below(map, this.#column + 2).filter(({ slot }) => slot === "entry");
  }

  /** One more key of a map, or entry of a list. */
  #within(at: Container): CursorSpot {
    return at.kind === "map"
      ? this.#place("key", at, at.column)
      : this.#place("entry", at, at.column, nextIndex(at));
  }

  /** What the key above may hold, by the schema. */
  #below(owner: Container, target: number): readonly CursorSpot[] {
    const schema = schemaAt([...pathOf(owner), ...(owner.lastStep === undefined ? [] : [owner.lastStep])]);
    if (takesList(schema)) return [this.#place("entry", openChild(owner, "list", target, true), target, 0)];
    if (schema?.properties) return [this.#place("key", openChild(owner, "map", target, true), target)];
    return target === this.#column ? [this.#place("value", owner, this.#column, owner.lastStep)] : [];
  }

  #place(slot: "key" | "value" | "entry", at: Container, target: number, step?: string | number): CursorSpot {
    const token = this.#token;
    const { start, lead } = alignTo(this.#scan.text, this.#lineStart, token, this.#column, target);
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
): { start: number; lead: string } {
  if (text.slice(lineStart, token.start).includes("\t"))
    return { start: lineStart, lead: " ".repeat(targetColumn) };
  if (column >= targetColumn) return { start: lineStart + targetColumn, lead: "" };
  return { start: token.start, lead: " ".repeat(targetColumn - column) };
}
