/** Fills a group's own template with the notes of a meeting. No code of a template runs. */
import { messageText } from "../../text/displayText";
import { type PartialTag, partialsIn } from "./parseTemplate";
import { TemplateContext } from "./templateContext";
import { TemplateError, type TemplateFiles, type TemplateSource } from "./templateSource";
import type { TemplateKind } from "./templateValues";
import { TemplateWriter, TooMuchOutputError } from "./templateWriter";

export type TemplateResult = { readonly text: string } | { readonly problem: string };

/** @returns the names of the partials in a template; none that are mistakes, which `renderTemplate` reports */
export function partialNames(source: TemplateSource): readonly string[] {
  try {
    return [...new Set(partialsIn(source).map(({ name }) => name))].filter(isPartialName);
  } catch (error) {
    if (error instanceof TemplateError) return [];
    throw error;
  }
}

/** @returns the text, or the first mistake in the template, with its file, line and column */
export function renderTemplate(files: TemplateFiles, data: unknown): TemplateResult {
  const { main, partials } = files;
  try {
    checkPartials(main, { partials, checked: new Set(), path: [] });
    const texts = Object.fromEntries([...partials].map(([name, { text }]) => [name, text]));
    const writer = new TemplateWriter(kindOf(main.path));
    const named = (name: string): string | undefined =>
      Object.hasOwn(texts, name) ? texts[name] : undefined;
    return { text: writer.render(main.text, new TemplateContext(data), named) };
  } catch (error) {
    if (error instanceof TooMuchOutputError)
      return { problem: `${main.path}: the template writes too much text` };
    if (error instanceof TemplateError) return { problem: error.message };
    throw error;
  }
}

/** By the extension: `.md.mustache`, `.html.mustache`; others are plain text. */
function kindOf(path: string): TemplateKind {
  const name = path.toLowerCase().replace(/\.mustache$/, "");
  if (/\.(?:md|markdown)$/.test(name)) return "markdown";
  return /\.html?$/.test(name) ? "html" : "plain";
}

/** Maximum number of partials around a partial. */
const maxPartialDepth = 20;

interface Visit {
  readonly partials: TemplateFiles["partials"];
  /** names of partials without mistakes */
  readonly checked: Set<string>;
  /** names of the partials around */
  readonly path: readonly string[];
}

/** @throws TemplateError for a mistake, a partial that is missing, and one that contains itself */
function checkPartials(source: TemplateSource, visit: Visit): void {
  for (const tag of partialsIn(source)) checkPartial(tag, source, visit);
}

function checkPartial({ name, offset }: PartialTag, source: TemplateSource, visit: Visit): void {
  const { partials, checked, path } = visit;
  const shown = messageText(name);
  if (path.includes(name)) {
    const circle = [...path.slice(path.indexOf(name)), name].map((each) => messageText(each)).join(" > ");
    throw new TemplateError(source, offset, `partial "${shown}" contains itself: ${circle}`);
  }
  if (path.length >= maxPartialDepth)
    throw new TemplateError(source, offset, "partials are nested too deeply");
  const partial = partials.get(name);
  if (!partial) throw new TemplateError(source, offset, missingText(name));
  if (!checked.has(name)) checkPartials(partial, { ...visit, path: [...path, name] });
  checked.add(name);
}

function missingText(name: string): string {
  if (!isPartialName(name))
    return `"${messageText(name)}" is not the name of a partial; it must have letters, digits, -, _ and . only`;
  return `there is no partial "${name}"; expected a file of this name in the folder of the template`;
}

/** True for a name without a folder: a partial is in the folder of its template. */
function isPartialName(name: string): boolean {
  return name.length <= 100 && /^\w[\w.-]*$/.test(name);
}
