import { RequestType } from "vscode-languageserver";
import type { Preview } from "../../features/preview";
import { stableView } from "../../features/stableView";
import { chosenSections, type PreviewParams, parseChoice } from "./notesParams";
import { afterParse } from "./request";

const type = new RequestType<PreviewParams, Preview | null, void>("wlcgNotes/preview");

export const previewRequest = afterParse(type, null, async ({ view, params, workspace, settings }) => {
  const typedLine = workspace.typed(view.uri)?.line?.line;
  const shown = stableView(view, workspace.knowledge, typedLine);
  const { arrangements, preview } = await import("../../features/notesRequests");
  const sections = chosenSections(settings.current);
  return preview(shown, parseChoice(arrangements, params.by), { typedLine, sections });
});
