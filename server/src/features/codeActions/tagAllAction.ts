import {
  type ChangeAnnotation,
  type CodeAction,
  CodeActionKind,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver-types";
import { countUntagged, mayHaveTagging, type Tagging, tagAll } from "../../core/fixes/tagAll";
import { iconlessText, labelText } from "../../core/text/displayText";
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

/** The confident suggestions for the untagged items of one version of a file. */
export interface Taggings {
  readonly version: number | null;
  /** the number of untagged items, those without suggestions included */
  readonly untagged: number;
  readonly items: readonly TaggedItem[];
}

interface TaggedItem {
  readonly title: string;
  readonly themes: readonly string[];
  /** the matched terms, comma-separated */
  readonly matchedTerms: string;
  readonly edits: readonly TextEdit[];
}

/** For a client that lets the user select among them. */
export function taggings(view: View): Taggings {
  const { document, positions } = view;
  const items = tagAll(document).map(
    ({ title, themes, matchedTerms, edits }): TaggedItem => ({
      title: labelText(title),
      themes,
      matchedTerms,
      edits: edits.map((edit) => ({ range: toLspRange(view, edit), newText: edit.text })),
    }),
  );
  return { version: positions.version, untagged: countUntagged(document), items };
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
