import type { CodeAction } from "vscode-languageserver-types";

/** Each title once: equal edits are one action, and of different ones the later names its line or column. */
export function withUniqueTitles(actions: readonly CodeAction[]): CodeAction[] {
  const byTitle = new Map<string, CodeAction>();
  for (const action of actions) {
    const first = byTitle.get(action.title);
    if (!first) byTitle.set(action.title, action);
    else if (editsKey(first) === editsKey(action)) byTitle.set(action.title, mergedAction(first, action));
    else addWithPlace(action, first, byTitle);
  }
  return [...byTitle.values()];
}

/** Equal for actions with equal edits. */
function editsKey({ edit }: CodeAction): string {
  const changes = edit?.documentChanges?.flatMap((change) => ("edits" in change ? change.edits : [])) ?? [];
  const parts = changes.flatMap((change) =>
    "newText" in change
      ? [Object.values(change.range.start), Object.values(change.range.end), change.newText]
      : [],
  );
  return parts.join("\n");
}

function mergedAction(first: CodeAction, second: CodeAction): CodeAction {
  const diagnostics = [...(first.diagnostics ?? []), ...(second.diagnostics ?? [])];
  const isPreferred = (first.isPreferred ?? false) || (second.isPreferred ?? false);
  return { ...first, diagnostics, ...(isPreferred && { isPreferred }) };
}

function addWithPlace(action: CodeAction, first: CodeAction, byTitle: Map<string, CodeAction>): void {
  const [start, firstStart] = [action, first].map(({ diagnostics }) => diagnostics?.[0]?.range.start);
  const isOtherLine = start?.line !== firstStart?.line;
  const place = isOtherLine ? `line ${(start?.line ?? 0) + 1}` : `column ${(start?.character ?? 0) + 1}`;
  const title = `${action.title} (${place})`;
  if (!byTitle.has(title)) byTitle.set(title, { ...action, title });
}
