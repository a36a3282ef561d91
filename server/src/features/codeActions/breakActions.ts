import { type CodeAction, CodeActionKind } from "vscode-languageserver-types";
import { isMap } from "yaml";
import type { PlacedUnit } from "../../core/document/blockDocument";
import type { EditGuard } from "../../core/editGuard/editGuard";
import { schemaPathOf, titleKey } from "../../core/schema/itemKinds";
import { isExtensionKey, keysAt } from "../../core/schema/schema";
import { isBreakTitle } from "../../core/text/breakTitle";
import { type Edit, type Range, shiftRange } from "../../core/text/range";
import { addKey, replaceScalar } from "../../core/yaml/edits";
import { pairOf, pairsOf, stringOf, type YAMLMap } from "../../core/yaml/nodes";
import { removeKey } from "../../core/yaml/removeKey";
import type { View } from "../shared/view";
import { workspaceEdit } from "./workspaceEdit";

/** The kind of the actions that turn a contribution into a break, and back. */
export const breakActionKind = CodeActionKind.RefactorRewrite;

/** `- title: Coffee break` without speakers as `- break: Coffee break`, and a break as a contribution. */
export function breakActions(range: Range, view: View, guard: EditGuard): readonly CodeAction[] {
  const item = view.document.placedUnitAt(range.start);
  const kind = item?.summary.kind;
  if (!item || (kind !== "contributions" && kind !== "breaks")) return [];
  const edits = kind === "breaks" ? contributionEdits(item) : breakEdits(item);
  if (edits.length === 0 || !guard.allows(edits)) return [];
  const title = kind === "breaks" ? "Make it a contribution" : "Make it a break";
  return [{ title, kind: breakActionKind, edit: workspaceEdit(view, edits) }];
}

function breakEdits({ start, summary, block, withUnit }: PlacedUnit): readonly Edit[] {
  if (!isBreakTitle(summary.title)) return [];
  return withUnit(({ node }) => {
    const title = pairOf(node, "title");
    const themes = pairOf(node, "themes");
    if (!isMap(node) || !title || !mayBeBreak(node)) return [];
    const removal = themes && removeKey(block.text, node, themes);
    if (themes && !removal) return [];
    return inFile([replaceScalar(block.text, title.key, "break"), ...(removal ? [removal] : [])], start);
  });
}

/** True if a break has the same keys; `themes: none` is left out. */
function mayBeBreak(node: YAMLMap): boolean {
  const keys = keysAt(schemaPathOf("breaks"));
  return pairsOf(node).every(
    ({ name, value }) =>
      name === "title" ||
      keys.includes(name) ||
      isExtensionKey(name) ||
      (name === "themes" && stringOf(value) === "none"),
  );
}

function contributionEdits({ start, block, withUnit }: PlacedUnit): readonly Edit[] {
  return withUnit(({ node }) => {
    const name = pairOf(node, titleKey("breaks"));
    if (!isMap(node) || !name || pairOf(node, "themes")) return [];
    const themes = addKey(block.text, node, "themes", "none", keysAt(schemaPathOf("breaks")));
    return inFile([replaceScalar(block.text, name.key, "title"), themes], start);
  });
}

function inFile(edits: readonly Edit[], start: number): readonly Edit[] {
  return edits.map((edit) => ({ ...shiftRange(edit, start), text: edit.text }));
}
