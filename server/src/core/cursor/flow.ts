/** Flow collections: `[a, {b: c}]`. */
import { type Container, container, nextIndex } from "./containers";
import { columnOf, endOfLine, isBlank, nextLine, skipEmptyLines, startOfLine } from "./lines";
import { isTouched, type Scan, type Spot } from "./scan";
import { emptyToken, readFlowScalar, type Token } from "./tokens";

/**
 * Reads `[a, {b: c}]` from its bracket at `from`. It ends unclosed before a line that stands no further
 * right than `limit`, the column of its key or dash.
 */
export function readFlow(scan: Scan, from: number, owner: Container, limit: number): number {
  const { text, offset } = scan;
  let top = owner;
  let state = "before" as "before" | "behindKey" | "value" | "done";
  let at = from;
  let gapStart = from;
  const spot = (slot: Spot["slot"], token: Token): Spot => {
    const lead = state === "value" && text[offset - 1] === ":" ? " " : "";
    return { slot, at: top, ...(slot !== "key" && { step: top.last }), token, lead, column: owner.column };
  };
  const hole = (to: number): void => {
    if (
      scan.found ||
      offset < gapStart ||
      offset > to ||
      top === owner ||
      state === "done" ||
      state === "behindKey"
    )
      return;
    scan.found = [
      spot(state === "value" ? "value" : top.kind === "list" ? "entry" : "key", emptyToken(offset)),
    ];
  };
  const open = (): void => {
    const child = container(text[at] === "[" ? "list" : "map", "flow", top, owner.column);
    if (child.kind === "list") child.last = 0;
    top.child = child;
    top = child;
    state = "before";
  };
  const separate = (): void => {
    if (top.kind === "list") top.last = nextIndex(top);
    state = "before";
  };
  const close = (): void => {
    top = top.up ?? owner;
    state = "done";
  };
  const scalar = (token: Token): void => {
    const isKey = top.kind === "map" && state !== "value";
    if (isKey || top.kind === "list") top.tokens.push(token);
    if (isKey) top.last = token.text;
    if (isTouched(scan, token, isKey ? "exactly" : "loosely")) {
      const hasColon = isKey && /^[ \t]*:/.test(text.slice(token.end, token.end + 100));
      const found = spot(isKey ? "key" : top.kind === "list" ? "entry" : "value", token);
      scan.found = [{ ...found, lead: "", hasColon }];
    }
    state = isKey ? "behindKey" : "done";
  };

  while (at < text.length) {
    const char = text[at] ?? "";
    if (char === "\n") {
      const ink = skipEmptyLines(text, at);
      if (
        ink >= text.length ||
        (columnOf(text, startOfLine(text, ink), ink) <= limit && !/[\]},]/.test(text[ink] ?? ""))
      )
        break;
      at = ink;
    } else if (isBlank(char) || char === "\r") {
      at++;
    } else if (char === "#" && /\s/.test(text[at - 1] ?? "")) {
      const end = endOfLine(text, at);
      if (at < offset && offset <= end) scan.found ??= [];
      at = end;
    } else if (/[[\]{},]/.test(char) || (char === ":" && state === "behindKey")) {
      hole(/[[{]/.test(char) ? at - 1 : at);
      if (/[[{]/.test(char)) open();
      else if (char === ",") separate();
      else if (char === ":") state = "value";
      else close();
      at++;
      gapStart = at;
      if (top === owner) return nextLine(text, at);
    } else {
      const token = readFlowScalar(text, at, top.kind === "map" && state === "before");
      hole(at - 1);
      if (token.end > at) scalar(token);
      at = Math.max(token.end, at + 1);
      gapStart = at;
    }
  }
  const rest = text.slice(gapStart, Math.max(gapStart, offset));
  if (
    rest.trim() === "" &&
    (!rest.includes("\n") || columnOf(text, startOfLine(text, offset), offset) > limit)
  )
    hole(text.length);
  return nextLine(text, gapStart);
}
