import { realpath } from "node:fs/promises";
import { isAbsolute, join, relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Catalogue } from "../core/catalogue/catalogue";
import { catalogueLimits } from "../core/catalogue/catalogueLimits";
import { tooLargeReason } from "./catalogueText";
import { errorText } from "./errorText";
import type { Host, MeetingFile, ParseCatalogue } from "./host";
import { localDate } from "./localDate";
import { meetingsBelow } from "./meetingFiles";
import { FileTooLargeError, readBounded } from "./readBounded";

/**
 * Messages do not repeat the path of the catalogue: it is text of the workspace, and the settings show it.
 */
const catalogueLabel = "The theme catalogue";

/** A host on Node: the local clock and disk. Catalogues are read from within the workspace only. */
export function nodeHost(parse: ParseCatalogue): Host {
  return {
    today: () => localDate(new Date()),
    // above `dist/lib`, in the repository, the extension and the npm package
    rulesPage: pathToFileURL(join(__dirname, "../../docs/rules.md")).href,
    async readCatalogue(path: string, folder: string | undefined): Promise<Catalogue> {
      return parse(await textOf(await fileWithin(folder, path)), path);
    },
    async *meetings(folder: string): AsyncGenerator<MeetingFile> {
      if (folder.startsWith("file:")) yield* meetingsBelow(fileURLToPath(folder));
    },
  };
}

/**
 * @param folder URI of the workspace folder
 * @returns the path of the catalogue without links
 * @throws with a message for the user
 */
async function fileWithin(folder: string | undefined, path: string): Promise<string> {
  if (!folder?.startsWith("file:")) throw new Error("A theme catalogue can be used only in an open folder.");
  const base = await realpath(fileURLToPath(folder)).catch(() => {
    throw new Error("The workspace folder does not exist.");
  });
  const file = await realpath(resolve(base, path)).catch(() => {
    throw new Error(`${catalogueLabel} does not exist.`);
  });
  const relativePath = relative(base, file);
  if (/^\.\.([/\\]|$)/.test(relativePath) || isAbsolute(relativePath))
    throw new Error(`${catalogueLabel} is outside the workspace.`);
  return file;
}

/** @throws with a message for the user */
async function textOf(file: string): Promise<string> {
  try {
    return (await readBounded(file, catalogueLimits)).toString("utf8");
  } catch (error) {
    const problem =
      error instanceof FileTooLargeError
        ? tooLargeReason(error.size)
        : `cannot be read: ${errorText(error).replace(/^is /, "it is ")}`;
    throw new Error(`${catalogueLabel} ${problem}.`);
  }
}
