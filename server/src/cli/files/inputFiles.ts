import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { builtInCatalogue } from "../../../generated/catalogue";
import type { Knowledge } from "../../core/analysis/knowledge";
import { MeetingDocument } from "../../core/analysis/meetingDocument";
import type { Catalogue } from "../../core/catalogue/catalogue";
import { catalogueLimits } from "../../core/catalogue/catalogueLimits";
import { commandLineLimits } from "../../core/document/fileLimits";
import { ArchiveReader } from "../../host/archiveReader";
import { createKnowledge } from "../../host/builtInKnowledge";
import { parseCatalogue } from "../../host/catalogueFile";
import { tooLargeReason } from "../../host/catalogueText";
import { type DecodedText, decode } from "../../host/encoding";
import { errorText } from "../../host/errorText";
import { localDate } from "../../host/localDate";
import { meetingsBelow } from "../../host/meetingFiles";
import { FileTooLargeError, readBounded } from "../../host/readBounded";
import type { FilePath } from "../../host/safetyCopy";
import { type Output, UsageError } from "../output/output";
import { InterruptedError } from "../output/signals";
import { expandAll } from "./expandPaths";
import type { FileLocation, OnUnreadable } from "./fileLocation";
import { bounds, readRegularFile } from "./readRegularFile";
import { readStream, standardInput } from "./standardInput";

export interface Request {
  readonly paths: readonly string[];
  readonly output: Output;
  /** a catalogue file instead of the built-in one */
  readonly catalogue?: string;
  /** a folder of meetings that suggestions learn from */
  readonly archive?: string;
}

export interface InputFile {
  readonly path: string;
  readonly document: MeetingDocument;
}

/** A file that can be written back. */
export interface EditableFile extends InputFile, Pick<DecodedText, "encode"> {
  readonly fileLocation: FileLocation;
  readonly bytes: Buffer;
}

/** An unreadable path with the reason, reported on standard error. */
export interface UnreadablePath {
  readonly path: string;
  readonly reason: string;
}

export interface Input {
  /** all files that the run reads or tries to read */
  readonly inputs: readonly FilePath[];
  readonly files: readonly InputFile[];
  readonly knowledge: Knowledge;
  readonly unreadable: readonly UnreadablePath[];
  readonly hasUnreadable: boolean;
}

/** The files for the paths of a request, not read yet. */
export interface Listing {
  readonly output: Output;
  readonly fileLocations: readonly FileLocation[];
  readonly knowledge: Knowledge;
  /** filled while files are read */
  readonly unreadable: readonly UnreadablePath[];
  readonly onUnreadable: OnUnreadable;
}

/** Reads all files of the request; reports unreadable ones, one line each, and continues. */
export async function readInput(request: Request): Promise<Input> {
  const listing = await listInput(request);
  const files: InputFile[] = [];
  await eachFile(listing, ({ path, document }) => {
    files.push({ path, document });
  });
  const { knowledge, unreadable } = listing;
  const inputs = [...listing.fileLocations.map(({ location }) => location), ...request.paths];
  if (request.catalogue !== undefined) inputs.push(request.catalogue);
  return { files, inputs, knowledge, unreadable, hasUnreadable: unreadable.length > 0 };
}

/** @throws UsageError if there is no path, or the catalogue or the archive cannot be read */
export async function listInput(request: Request): Promise<Listing> {
  const { paths, output } = request;
  if (paths.length === 0) throw new UsageError("no path given; see wlcg-notes --help");
  if (paths.includes("")) throw new UsageError("a path is empty");
  const knowledge = await knowledgeFor(request);
  const unreadable: UnreadablePath[] = [];
  const reported = new Set<string>();
  const onUnreadable: OnUnreadable = (path, error) => {
    const key = `${resolve(path)}\n${errorText(error)}`;
    if (reported.has(key)) return;
    reported.add(key);
    unreadable.push({ path, reason: errorText(error) });
    output.err(`wlcg-notes: ${path}: ${errorText(error)}\n`);
  };
  return { output, fileLocations: await expandAll(paths, onUnreadable), knowledge, unreadable, onUnreadable };
}

/** @throws UsageError if the catalogue or the archive cannot be read */
export async function knowledgeFor({ catalogue, archive }: Request): Promise<Knowledge> {
  const builtIn = createKnowledge(await readCatalogue(catalogue), localDate(new Date()));
  const knowledge = { ...builtIn, limits: commandLineLimits };
  if (archive !== undefined) await trainOnArchive(archive, knowledge);
  return knowledge;
}

/**
 * Reads the files one by one, and passes each to `use` before it reads the next. A file that cannot be read,
 * or for which `use` fails, is reported on standard error in one line, and the run continues.
 * @throws InterruptedError if `use` does
 */
export async function eachFile(
  { output, fileLocations: foundFiles, knowledge, onUnreadable }: Listing,
  use: (file: EditableFile) => Promise<void> | void,
): Promise<void> {
  try {
    for (const [doneCount, foundFile] of foundFiles.entries()) {
      output.progress?.at(doneCount, foundFiles.length);
      await readFileAt(foundFile, { knowledge, output })
        .then(use)
        .catch(reportUnlessInterrupted(foundFile.path, onUnreadable));
    }
  } finally {
    output.progress?.end();
  }
}

function reportUnlessInterrupted(path: string, onUnreadable: OnUnreadable): (error: unknown) => void {
  return (error) => {
    if (!(error instanceof InterruptedError)) return onUnreadable(path, error);
    if (error.cause !== undefined) onUnreadable(path, error.cause);
    throw error;
  };
}

async function readFileAt(
  foundFile: FileLocation,
  { knowledge, output }: Pick<Listing, "knowledge" | "output">,
): Promise<EditableFile> {
  const isPiped = foundFile === standardInput;
  const bytes = isPiped ? await readStream(output.input(), bounds) : await readRegularFile(foundFile);
  const { text, encode } = decode(bytes);
  const document = MeetingDocument.read(text, knowledge);
  return { path: foundFile.path, fileLocation: foundFile, bytes, document, ...(encode && { encode }) };
}

async function trainOnArchive(folder: string, { suggester, vocabulary }: Knowledge): Promise<void> {
  const info = await stat(folder).catch((error: unknown) => {
    throw new UsageError(`${folder}: ${errorText(error)}`);
  });
  if (!info.isDirectory()) throw new UsageError(`${folder}: is not a folder`);
  suggester.train((await new ArchiveReader().read(meetingsBelow(folder), vocabulary, () => true)) ?? []);
}

async function readCatalogue(path: string | undefined): Promise<Catalogue> {
  if (path === undefined) return builtInCatalogue;
  const bytes = await readBounded(path, catalogueLimits).catch((error: unknown) => {
    const problem = error instanceof FileTooLargeError ? tooLargeReason(error.size) : errorText(error);
    throw new UsageError(`${path}: ${problem}`);
  });
  try {
    return await parseCatalogue(bytes.toString("utf8"), path);
  } catch (error) {
    throw new UsageError(errorText(error));
  }
}
