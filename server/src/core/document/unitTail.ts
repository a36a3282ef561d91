/** The end of a unit's text so far: what a line below it may continue. */
import { schemaPathOf, type UnitKind } from "../schema/itemKinds";
import { keysAt, schemaAt, takesList } from "../schema/schema";
import { type LayoutLine, layoutLines } from "../syntaxErrors/layoutLine";
import { isTextKey } from "../syntaxErrors/layoutText";
import { isBlockScalar } from "../yaml/lineShape";

/**
 * `text`: the text of `notes: |` or `notes:`, with the column of its key; it is empty without lines.
 * `scalar`: another block scalar, with the column of its key. `list`: a list of the unit, with its key.
 */
export type UnitTail =
  | { readonly kind: "other" }
  | { readonly kind: "text"; readonly column: number; isEmpty: boolean }
  | { readonly kind: "scalar"; readonly column: number }
  | { readonly kind: "list"; readonly key: string };

/** @param text the lines of the unit up to the line in question */
export function unitTail(text: string, unit: UnitKind): UnitTail {
  let tail: UnitTail = { kind: "other" };
  let column = Number.POSITIVE_INFINITY;
  for (const line of layoutLines(text)) {
    if (line.isBlank || line.isComment) continue;
    if (isDeeper(line, column)) {
      if (tail.kind === "text") tail.isEmpty = false;
      continue;
    }
    const { key } = line;
    if (tail.kind === "list" && line.dashes.length > 0) continue;
    column = Number.POSITIVE_INFINITY;
    tail = { kind: "other" };
    const isEmpty = line.valueStart >= line.contentEnd;
    const start = (key?.start ?? line.contentStart) - line.start;
    if (isOpenText(text, line, key?.name, isEmpty)) {
      tail = { kind: "text", column: start, isEmpty: isEmpty || isBlockScalar(text, line) };
      column = start;
    } else if (isBlockScalar(text, line)) {
      tail = { kind: "scalar", column: start };
      column = start;
    } else if (key && isEmpty && takesList(schemaAt([...schemaPathOf(unit), key.name]))) {
      tail = { kind: "list", key: key.name };
      column = start;
    }
  }
  return tail;
}

/** True if a line of the unit opens a quote or a bracket that it does not close. */
export function hasOpenMarks(text: string): boolean {
  return layoutLines(text).some(({ open }) => open.quote !== undefined || open.brackets.length > 0);
}

/** A tab is taken for any indentation. */
function isDeeper({ start, indentEnd, indent }: LayoutLine, column: number): boolean {
  return indent > column || (indentEnd - start > indent && column < Number.POSITIVE_INFINITY);
}

/** `notes:`, `notes: |` and `notes: | First line` */
function isOpenText(
  text: string,
  { valueStart }: { readonly valueStart: number },
  name: string | undefined,
  isEmpty: boolean,
): boolean {
  return name !== undefined && isTextKey(name) && (isEmpty || /[|>]/.test(text[valueStart] ?? ""));
}

/** True if a line with this key after its dash, or without a key, can be an entry of the list. */
export function isEntryOf(tail: UnitTail, unit: UnitKind, name: string | undefined): boolean {
  if (tail.kind !== "list") return false;
  return name === undefined || keysAt([...schemaPathOf(unit), tail.key, 0]).includes(name);
}
