import {
  type ChangeAnnotation,
  type CodeAction,
  CodeActionKind,
  type WorkspaceEdit,
} from "vscode-languageserver-types";
import { mayHaveTagging, type Tagging, tagAll } from "../../core/fixes/tagAll";
import { iconlessText } from "../../core/text/displayText";
import { toLspRange, type View } from "../shared/view";

export const tagAllKind = `${CodeActionKind.RefactorRewrite}.wlcgNotes.tagAll`;

/** The data from which the edit is computed later. */
export interface TagAllData {
  readonly uri: string;
  readonly version: number | null;
}

/** The action to tag all untagged items, without its edit; empty if no item has confident suggestions. */
export function tagAllActions(view: View): CodeAction[] {
  if (!mayHaveTagging(view.document)) return [];
  const data: TagAllData = { uri: view.uri, version: view.positions.version };
  return [{ title: "Tag all untagged items…", kind: tagAllKind, data }];
}

/**
 * Tags every untagged item with confident suggestions.
 * @param canAnnotate true if the client lets the user confirm each edit; the annotation lists the matched
 * terms
 */
export function tagAllEdit(view: View, canAnnotate: boolean): WorkspaceEdit {
  const taggings = tagAll(view.document);
  return canAnnotate ? annotatedEdit(view, taggings) : plainEdit(view, taggings);
}

function annotatedEdit(view: View, taggings: readonly Tagging[]): WorkspaceEdit {
  const changeAnnotations: Record<string, ChangeAnnotation> = {};
  const edits = taggings.flatMap(({ themes, matchedTerms, edits: itemEdits }, index) => {
    const annotationId = `tag-${index}`;
    changeAnnotations[annotationId] = {
      label: iconlessText(`Tag with ${themes.join(" and ")}`),
      description: iconlessText(matchedTerms),
      needsConfirmation: true,
    };
    return itemEdits.map((edit) => ({ range: toLspRange(view, edit), newText: edit.text, annotationId }));
  });
  return { documentChanges: [{ textDocument: identifierOf(view), edits }], changeAnnotations };
}

function plainEdit(view: View, taggings: readonly Tagging[]): WorkspaceEdit {
  const edits = taggings.flatMap(({ edits: itemEdits }) =>
    itemEdits.map((edit) => ({ range: toLspRange(view, edit), newText: edit.text })),
  );
  return { documentChanges: [{ textDocument: identifierOf(view), edits }] };
}

function identifierOf({ uri, positions }: View): { uri: string; version: number | null } {
  return { uri, version: positions.version };
}
