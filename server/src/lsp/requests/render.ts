import { DiagnosticSeverity, RequestType } from "vscode-languageserver";
import { diagnostics } from "../../features/diagnostics/diagnostics";
import type { View } from "../../features/shared/view";
import { oneOf, type RenderParams } from "./notesParams";
import { afterParse } from "./request";

interface RenderedNotes {
  readonly text: string;
  /** the file has errors, so that content may be missing */
  readonly isBroken: boolean;
}

const type = new RequestType<RenderParams, RenderedNotes | null, void>("wlcgNotes/render");

export const renderRequest = afterParse(type, null, async ({ view, params }) => {
  const { arrangements, formats, renderNotes } = await import("../../features/notesRequests");
  const options = { to: oneOf(formats, params.to), by: oneOf(arrangements, params.by) };
  return { text: renderNotes(view.document, options), isBroken: hasErrors(view) };
});

function hasErrors(view: View): boolean {
  return diagnostics(view, {}).some(({ severity }) => severity === DiagnosticSeverity.Error);
}
