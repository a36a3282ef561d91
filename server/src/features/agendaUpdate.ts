import type { ChangeAnnotation, Range, TextEdit, WorkspaceEdit } from "vscode-languageserver-types";
import type { Agenda } from "../core/agenda/agenda";
import { agendaChanges, editsOf } from "../core/agenda/update/agendaChanges";
import type { AgendaChange, ChangeKind } from "../core/agenda/update/change";
import { iconlessText, labelText } from "../core/text/displayText";
import type { Edit } from "../core/text/range";
import { workspaceEdit } from "./codeActions/workspaceEdit";
import { toLspRange, type View } from "./shared/view";

/** The changes of one version of a file that bring it in line with an agenda. */
export interface AgendaUpdate {
  readonly version: number | null;
  readonly changes: readonly LabelledChange[];
  /** those of all changes */
  readonly edits: readonly TextEdit[];
  /** the same; the person confirms each change if the client supports that */
  readonly edit: WorkspaceEdit;
  /** sentences about what was left out, is uncertain or stays */
  readonly remarks: readonly string[];
}

interface LabelledChange {
  readonly kind: ChangeKind;
  readonly label: string;
  readonly range: Range;
  readonly edits: readonly TextEdit[];
}

interface Options {
  /** writes the themes of new entries that the suggester is sure of */
  readonly tags: boolean;
  /** the client supports annotations of changes */
  readonly isAnnotated: boolean;
}

export function agendaUpdate(view: View, agenda: Agenda, { tags, isAnnotated }: Options): AgendaUpdate {
  const { document } = view;
  const { changes, remarks } = agendaChanges(document, agenda, tags ? { tag: document.suggester } : {});
  const edits = editsOf(changes);
  return {
    version: view.positions.version,
    changes: changes.map(({ kind, label, range, edits: own }) => ({
      kind,
      label: labelText(label),
      range: toLspRange(view, range),
      edits: own.map((edit) => textEdit(view, edit)),
    })),
    edits: edits.map((edit) => textEdit(view, edit)),
    edit: isAnnotated ? annotatedEdit(view, changes) : workspaceEdit(view, edits),
    remarks: [...agenda.remarks, ...remarks],
  };
}

/** An annotation for each change; edits at one offset are in the order of the changes. */
function annotatedEdit(view: View, changes: readonly AgendaChange[]): WorkspaceEdit {
  const changeAnnotations: Record<string, ChangeAnnotation> = {};
  const annotated = changes.flatMap(({ label, edits }, index) => {
    const annotationId = `change-${index}`;
    changeAnnotations[annotationId] = { label: iconlessText(label), needsConfirmation: true };
    return edits.map((edit) => ({ edit, annotationId }));
  });
  // as in `editsOf`: an insertion is before an edit that begins at its offset; the sort is stable
  annotated.sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end);
  const edits = annotated.map(({ edit, annotationId }) => ({ ...textEdit(view, edit), annotationId }));
  const textDocument = { uri: view.uri, version: view.positions.version };
  return { documentChanges: [{ textDocument, edits }], changeAnnotations };
}

function textEdit(view: View, edit: Edit): TextEdit {
  return { range: toLspRange(view, edit), newText: edit.text };
}
