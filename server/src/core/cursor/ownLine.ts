/** A word on a line of its own, and empty lines. */
import { schemaAt, takesList } from "../schema/schema";
import { adopt, type Container, innermostAt, innerOf, nextIndex, pathOf } from "./containers";
import { columnOf } from "./lines";
import type { Scan, Spot } from "./scan";
import type { Token } from "./tokens";

/** What a word that begins at `token` on a line of its own may become: the cursor's column tells. */
export function onOwnLine(scan: Scan, lineStart: number, token: Token): readonly Spot[] {
  return new OwnLine(scan, lineStart, token).spots();
}

class OwnLine {
  readonly #scan: Scan;
  readonly #lineStart: number;
  readonly #token: Token;
  readonly #column: number;

  constructor(scan: Scan, lineStart: number, token: Token) {
    this.#scan = scan;
    this.#lineStart = lineStart;
    this.#token = token;
    this.#column = columnOf(scan.text, lineStart, token.start);
  }

  /** The likeliest first. */
  spots(): readonly Spot[] {
    const top = innermostAt(this.#scan.top, this.#column);
    const inner = top === this.#scan.top ? undefined : innerOf(this.#scan.top, top);
    if (top.column < this.#column) return this.#rightOf(top, inner);
    return top.kind === "list" ? this.#atDashes(top) : this.#atKeys(top, inner);
  }

  #rightOf(outer: Container, inner: Container | undefined): readonly Spot[] {
    if (inner) return [this.#within(inner)];
    if (!outer.isOpen) return [this.#within(outer)];
    if (outer.kind === "map") return this.#below(outer, this.#column);
    return [this.#place("entry", outer, this.#column, outer.last)];
  }

  /** Keys of the map above may be in the column of the dashes. */
  #atDashes(list: Container): readonly Spot[] {
    const { up } = list;
    return up?.column === this.#column ? [this.#within(list), this.#within(up)] : [this.#within(list)];
  }

  /** A new item is likelier than a key of the root, a key of an item likelier than an entry below the key above. */
  #atKeys(map: Container, inner: Container | undefined): readonly Spot[] {
    const entries = map.isOpen ? this.#entriesBelow(map) : [];
    if (map.up) return [this.#within(map), ...entries];
    if (!map.isOpen && inner?.kind === "list") return [this.#within(inner), this.#within(map)];
    return [...entries, this.#within(map)];
  }

  #entriesBelow(map: Container): readonly Spot[] {
    return this.#below(map, this.#column + 2).filter(({ slot }) => slot === "entry");
  }

  /** One more key of a map, or entry of a list. */
  #within(at: Container): Spot {
    return at.kind === "map"
      ? this.#place("key", at, at.column)
      : this.#place("entry", at, at.column, nextIndex(at));
  }

  /** What the key above may hold, by the schema. */
  #below(owner: Container, target: number): readonly Spot[] {
    const schema = schemaAt([...pathOf(owner), ...(owner.last === undefined ? [] : [owner.last])]);
    if (takesList(schema)) return [this.#place("entry", adopt(owner, "list", target, true), target, 0)];
    if (schema?.properties) return [this.#place("key", adopt(owner, "map", target, true), target)];
    return target === this.#column ? [this.#place("value", owner, this.#column, owner.last)] : [];
  }

  #place(slot: "key" | "value" | "entry", at: Container, target: number, step?: string | number): Spot {
    const token = this.#token;
    const moved = moveTo(this.#scan.text, this.#lineStart, token, this.#column, target);
    const dash = slot === "entry" && step !== at.last ? "- " : "";
    return { slot, at, step, token, ...moved, lead: moved.lead + dash, column: target + dash.length };
  }
}

/** Takes away columns too many, and gives those missing; tabs are replaced, since YAML has none there. */
export function moveTo(
  text: string,
  lineStart: number,
  token: Token,
  column: number,
  target: number,
): { start: number; lead: string } {
  if (text.slice(lineStart, token.start).includes("\t"))
    return { start: lineStart, lead: " ".repeat(target) };
  if (column >= target) return { start: lineStart + target, lead: "" };
  return { start: token.start, lead: " ".repeat(target - column) };
}
