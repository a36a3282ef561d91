import { basename, dirname, join } from "node:path";
import {
  maxTemplateLength,
  type TemplateFiles,
  type TemplateSource,
} from "../core/notes/template/templateSource";
import { decode } from "./encoding";
import { errorText } from "./errorText";
import { FileTooLargeError, readBounded, readOpenFile } from "./readBounded";
import { withRegularFile } from "./regularFile";

/** Bytes; a longer file has more characters than a template may have. */
const bounds = { bytes: 4 * maxTemplateLength };

/** Maximum number of partials of a template. */
const maxPartials = 100;

/** A template or a partial cannot be read; the message, for the user, begins with its path. */
export class TemplateFileError extends Error {}

/** The names of partials in a template that can be those of files in its folder. */
type NamesIn = (template: TemplateSource) => readonly string[];

/**
 * Reads a template and the partials that it refers to: files in its folder, links excepted.
 * @throws TemplateFileError if the template or a partial cannot be read; a partial that is not there is left out
 */
export async function readTemplate(path: string, partialNames: NamesIn): Promise<TemplateFiles> {
  const main = await readSource(path, () => readBounded(path, bounds));
  const partials = new Map<string, TemplateSource>();
  const names = [...partialNames(main)];
  for (const name of names) {
    if (partials.has(name)) continue;
    if (partials.size >= maxPartials)
      throw new TemplateFileError(`${path}: refers to more than ${maxPartials} partials`);
    const partial = await readPartial(path, name);
    if (!partial) continue;
    partials.set(name, partial);
    names.push(...partialNames(partial));
  }
  return { main, partials };
}

/** The first of `name.md.mustache`, `name.mustache` and `name` in the folder of the template `a.md.mustache`. */
async function readPartial(template: string, name: string): Promise<TemplateSource | undefined> {
  const [, extension = ""] = /^[^.]+(\..*)$/.exec(basename(template)) ?? [];
  for (const file of new Set([name + extension, `${name}.mustache`, name])) {
    const path = join(dirname(template), file);
    const read = () =>
      withRegularFile(path, { refusesLink: true }, (handle, info) => readOpenFile(handle, info, bounds));
    const source = await readSource(path, read).catch((error: unknown) => {
      if (error instanceof MissingFileError) return undefined;
      throw error;
    });
    if (source) return source;
  }
  return undefined;
}

/** There is no such file. */
class MissingFileError extends TemplateFileError {}

async function readSource(path: string, read: () => Promise<Buffer>): Promise<TemplateSource> {
  try {
    return { path, text: decode(await read()).text.replaceAll(/\r\n?/g, "\n") };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOENT") throw new MissingFileError(`${path}: ${errorText(error)}`);
    const isLink = code === "ELOOP";
    const isTooLarge = error instanceof FileTooLargeError;
    const problem = isTooLarge ? `must have at most ${maxTemplateLength} characters` : errorText(error);
    throw new TemplateFileError(`${path}: ${isLink ? "is a link; a partial must be a file" : problem}`);
  }
}
