import {
  type ChangeAnnotation,
  type CodeAction,
  CodeActionKind,
  type WorkspaceEdit,
} from "vscode-languageserver-types";
import { mayTag, type Tagging, tagAll } from "../../core/fixes/tagAll";
import { iconlessText } from "../../core/text/displayText";
import { toLspRange, type View } from "../shared/view";

export const tagAllKind = `${CodeActionKind.RefactorRewrite}.wlcgNotes.tagAll`;

/** What has to be known again to work the edit out. */
export interface TagAllData {
  readonly uri: string;
  readonly version: number | null;
}

/** An action to tag all untagged items, its edit left to `tagAllEdit`; none where no item has convincing themes. */
export function tagAllActions(view: View): CodeAction[] {
  if (!mayTag(view.document)) return [];
  const data: TagAllData = { uri: view.uri, version: view.positions.version };
  return [{ title: "Tag all untagged items…", kind: tagAllKind, data }];
}

/**
 * Tags every untagged item that has convincing themes; those that have none stay as they are.
 * @param canAnnotate the client lets its user confirm each edit, with what gave the themes away
 */
export function tagAllEdit(view: View, canAnnotate: boolean): WorkspaceEdit {
  const taggings = tagAll(view.document);
  return canAnnotate ? annotatedEdit(view, taggings) : plainEdit(view, taggings);
}

function annotatedEdit(view: View, taggings: readonly Tagging[]): WorkspaceEdit {
  const changeAnnotations: Record<string, ChangeAnnotation> = {};
  const edits = taggings.flatMap(({ themes, because, edits: own }, index) => {
    const annotationId = `tag-${index}`;
    changeAnnotations[annotationId] = {
      label: iconlessText(`Tag with ${themes.join(" and ")}`),
      description: iconlessText(because),
      needsConfirmation: true,
    };
    return own.map((edit) => ({ range: toLspRange(view, edit), newText: edit.text, annotationId }));
  });
  return { documentChanges: [{ textDocument: identifierOf(view), edits }], changeAnnotations };
}

function plainEdit(view: View, taggings: readonly Tagging[]): WorkspaceEdit {
  const edits = taggings.flatMap(({ edits: own }) =>
    own.map((edit) => ({ range: toLspRange(view, edit), newText: edit.text })),
  );
  return { documentChanges: [{ textDocument: identifierOf(view), edits }] };
}

function identifierOf({ uri, positions }: View): { uri: string; version: number | null } {
  return { uri, version: positions.version };
}
