/** Validates the params of a client; the library does not. */
import type { Position, Range } from "vscode-languageserver";
import type { Change } from "../workspace/typedAfter";

/** The requests with positions in a file, each with a check of its params. */
const positionChecks: Readonly<Record<string, (params: Params) => boolean>> = {
  "textDocument/hover": ({ position }) => isPosition(position),
  "textDocument/completion": ({ position }) => isPosition(position),
  "textDocument/codeAction": ({ range, context }) => isRange(range) && isObject(context),
  "wlcgNotes/moveItem": ({ position }) => isPosition(position),
  "wlcgNotes/pastedAgenda": ({ range }) => isRange(range),
  "wlcgNotes/pastedText": ({ range }) => isRange(range),
  "textDocument/selectionRange": ({ positions }) => Array.isArray(positions) && positions.every(isPosition),
};

type Params = Readonly<Record<string, unknown>>;

/** False if the params of a request lack the positions that it needs. */
export function hasPositions(method: string, params: unknown): boolean {
  const check = positionChecks[method];
  return check === undefined || (isObject(params) && check(params));
}

/**
 * @returns the changes of `didChange`; undefined if one of them is malformed, as the later ones depend on it
 */
export function changesIn(contentChanges: unknown): readonly Change[] | undefined {
  return Array.isArray(contentChanges) && contentChanges.every(isChange) ? contentChanges : undefined;
}

/** A version as edits name it: `null` if it is not an integer. */
export function versionIn(version: unknown): number | null {
  return typeof version === "number" && Number.isInteger(version) ? version : null;
}

function isChange(value: unknown): value is Change {
  if (!isObject(value) || typeof value.text !== "string") return false;
  return value.range === undefined || value.range === null || isRange(value.range);
}

function isRange(value: unknown): value is Range {
  return isObject(value) && isPosition(value.start) && isPosition(value.end);
}

function isPosition(value: unknown): value is Position {
  return isObject(value) && typeof value.line === "number" && typeof value.character === "number";
}

function isObject(value: unknown): value is Params {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
