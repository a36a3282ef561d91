import { RequestType } from "vscode-languageserver";
import type { Preview } from "../../features/preview";
import { calmView } from "../../features/stableView";
import { oneOf, type PreviewParams } from "./notesParams";
import { afterParse } from "./request";

const type = new RequestType<PreviewParams, Preview | null, void>("wlcgNotes/preview");

export const previewRequest = afterParse(type, null, async ({ view, params, workspace }) => {
  const typedLine = workspace.typing(view.uri)?.line;
  const shown = calmView(view, workspace.knowledge, typedLine);
  const { arrangements, preview } = await import("../../features/notesRequests");
  return preview(shown, oneOf(arrangements, params.by), typedLine);
});
