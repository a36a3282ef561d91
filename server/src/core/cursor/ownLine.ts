/** A word on a line of its own, and empty lines. */
import { schemaAt, takesList } from "../schema/schema";
import { adopt, type Container, innermostAt, innerOf, nextIndex, pathOf } from "./containers";
import { columnOf } from "./lines";
import type { Scan, Spot } from "./scan";
import type { Token } from "./tokens";

/** What a word that begins at `token` on a line of its own may become: the cursor's column tells. */
export function onOwnLine(scan: Scan, lineStart: number, token: Token): readonly Spot[] {
  const column = columnOf(scan.text, lineStart, token.start);
  const place = (
    slot: "key" | "value" | "entry",
    at: Container,
    target: number,
    step?: string | number,
  ): Spot => {
    const moved = moveTo(scan.text, lineStart, token, column, target);
    const dash = slot === "entry" && step !== at.last ? "- " : "";
    return { slot, at, step, token, ...moved, lead: moved.lead + dash, column: target + dash.length };
  };
  const within = (at: Container): Spot =>
    at.kind === "map" ? place("key", at, at.column) : place("entry", at, at.column, nextIndex(at));
  const below = (owner: Container, target: number): readonly Spot[] => {
    const schema = schemaAt([...pathOf(owner), ...(owner.last === undefined ? [] : [owner.last])]);
    if (takesList(schema)) return [place("entry", adopt(owner, "list", target, true), target, 0)];
    if (schema?.properties) return [place("key", adopt(owner, "map", target, true), target)];
    return target === column ? [place("value", owner, column, owner.last)] : [];
  };

  const top = innermostAt(scan.top, column);
  const inner = top === scan.top ? undefined : innerOf(scan.top, top);
  if (top.column < column) {
    if (inner) return [within(inner)];
    if (!top.isOpen) return [within(top)];
    return top.kind === "map" ? below(top, column) : [place("entry", top, column, top.last)];
  }
  if (top.kind === "list") return top.up?.column === column ? [within(top), within(top.up)] : [within(top)];
  if (top.up)
    return top.isOpen
      ? [within(top), ...below(top, column + 2).filter(({ slot }) => slot === "entry")]
      : [within(top)];
  const items = top.isOpen
    ? below(top, column + 2).filter(({ slot }) => slot === "entry")
    : inner?.kind === "list"
      ? [within(inner)]
      : [];
  return [...items, within(top)];
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
