import { RequestType } from "vscode-languageserver";
import { countErrors } from "../../core/findings/countErrors";
import { chosenSections, parseChoice, type RenderParams } from "./notesParams";
import { afterParse } from "./request";

interface RenderedNotes {
  readonly text: string;
  /** the file has errors, so that content may be missing */
  readonly isBroken: boolean;
}

const type = new RequestType<RenderParams, RenderedNotes | null, void>("wlcgNotes/render");

export const renderRequest = afterParse(type, null, async ({ view, params, settings }) => {
  const { arrangements, formats, renderNotes } = await import("../../features/notesRequests");
  const options = {
    to: parseChoice(formats, params.to),
    by: parseChoice(arrangements, params.by),
    sections: chosenSections(settings.current),
  };
  const isBroken = countErrors(view.document.findings()) > 0;
  return { text: renderNotes(view.document, options), isBroken };
});
