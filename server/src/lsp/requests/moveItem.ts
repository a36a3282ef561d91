import { type Position, RequestType, type TextDocumentIdentifier } from "vscode-languageserver";
import { type MovedItem, moveItem, type UnmovedItem } from "../../features/moveItem";
import { parseChoice } from "./notesParams";
import { afterParse } from "./request";

interface MoveItemParams {
  readonly textDocument: TextDocumentIdentifier;
  readonly position: Position;
  /** `up` or `down`; `up` if it is unknown */
  readonly direction?: string;
}

const type = new RequestType<MoveItemParams, MovedItem | UnmovedItem | null, void>("wlcgNotes/moveItem");

export const moveItemRequest = afterParse(type, null, ({ view, params }) =>
  moveItem(view, params.position, parseChoice(["up", "down"], params.direction)),
);
