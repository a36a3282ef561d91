import { basename, dirname, sep } from "node:path";
import { RequestType } from "vscode-languageserver";
import { countErrors } from "../../core/findings/countErrors";
import type { TemplateFiles, TemplateSource } from "../../core/notes/template/templateSource";
import { readTemplate, TemplateFileError } from "../../host/templateFiles";
import { filePathOf } from "../settings/fileUri";
import { chosenSections, parseChoice, type RenderParams } from "./notesParams";
import { afterParse } from "./request";

type Result = { readonly text: string } | { readonly problem: string };

type RenderedNotes = Result & {
  /** the file has errors, so that content may be missing */
  readonly isBroken: boolean;
};

const type = new RequestType<RenderParams, RenderedNotes | null, void>("wlcgNotes/render");

export const renderRequest = afterParse(type, null, async ({ view, params, settings }) => {
  const { arrangements, formats, partialNames, renderNotes, templatedNotes } = await import(
    "../../features/notesRequests"
  );
  const { document } = view;
  const options = {
    by: parseChoice(arrangements, params.by),
    sections: chosenSections(settings.current),
  };
  const isBroken = countErrors(document.findings()) > 0;
  if (typeof params.template !== "string")
    return { text: renderNotes(document, { ...options, to: parseChoice(formats, params.to) }), isBroken };
  const files = await templateAt(params.template, partialNames);
  return { ...("problem" in files ? files : templatedNotes(document, files, options)), isBroken };
});

/** The template, or why it cannot be read. */
async function templateAt(
  uri: string,
  partialNames: Parameters<typeof readTemplate>[1],
): Promise<TemplateFiles | { readonly problem: string }> {
  const path = filePathOf(uri);
  if (path === undefined) return { problem: `${basename(uri)}: is not a file of this computer` };
  try {
    const { main, partials } = await readTemplate(path, partialNames);
    return { main: named(main), partials: new Map([...partials].map(([name, part]) => [name, named(part)])) };
  } catch (error) {
    if (error instanceof TemplateFileError)
      return { problem: error.message.replace(`${dirname(path)}${sep}`, "") };
    throw error;
  }
}

/** Messages have the name only. */
function named({ path, text }: TemplateSource): TemplateSource {
  return { path: basename(path), text };
}
