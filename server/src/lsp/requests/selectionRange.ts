import { SelectionRangeRequest } from "vscode-languageserver";
import { selectionRanges } from "../../features/selectionRanges";
import { immediate } from "./request";

export const selectionRangeRequest = immediate(SelectionRangeRequest.type, [], ({ view, params }) =>
  selectionRanges(view, params.positions),
);
