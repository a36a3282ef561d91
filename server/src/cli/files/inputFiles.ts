import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { builtInCatalogue } from "../../../generated/catalogue";
import type { Knowledge } from "../../core/analysis/knowledge";
import { MeetingDocument } from "../../core/analysis/meetingDocument";
import type { Catalogue } from "../../core/catalogue/catalogue";
import { catalogueLimits } from "../../core/catalogue/catalogueLimits";
import { commandLineLimits } from "../../core/document/limits";
import { ArchiveReader } from "../../host/archiveReader";
import { knowledgeOf } from "../../host/builtInKnowledge";
import { parseCatalogue } from "../../host/catalogueFile";
import { tooLarge } from "../../host/catalogueText";
import { reason } from "../../host/errorText";
import { localDate } from "../../host/localDate";
import { meetingsBelow } from "../../host/meetingFiles";
import { FileTooLarge, readBounded } from "../../host/readBounded";
import type { FilePath } from "../../host/safetyCopy";
import { type Output, UsageError } from "../output/output";
import { Interrupted } from "../output/signals";
import { type Decoded, decode } from "./encoding";
import { expandAll } from "./expandPaths";
import type { FoundFile, Refuse } from "./foundFile";
import { readRegular } from "./readRegular";

export interface Request {
  readonly paths: readonly string[];
  readonly output: Output;
  /** a catalogue file in place of the built-in one */
  readonly catalogue?: string;
  /** a folder of meetings that suggestions learn from */
  readonly archive?: string;
}

export interface InputFile {
  readonly path: string;
  readonly document: MeetingDocument;
}

/** A file with what it takes to write it back. */
export interface EditableFile extends InputFile, Pick<Decoded, "encode"> {
  readonly found: FoundFile;
  readonly bytes: Buffer;
}

/** A path that was named on standard error, and why. */
export interface Unreadable {
  readonly path: string;
  readonly reason: string;
}

export interface Input {
  /** all files that the run reads, whether it can read them or not */
  readonly inputs: readonly FilePath[];
  readonly files: readonly InputFile[];
  readonly knowledge: Knowledge;
  readonly unreadable: readonly Unreadable[];
  readonly hasUnreadable: boolean;
}

/** The files that the paths of a request name, not read yet. */
export interface Listing {
  readonly output: Output;
  readonly found: readonly FoundFile[];
  readonly knowledge: Knowledge;
  /** grows while files are read */
  readonly unreadable: readonly Unreadable[];
  readonly refuse: Refuse;
}

/** Reads every file the paths name; what cannot be read is told, a line each, and the rest goes on. */
export async function readInput(request: Request): Promise<Input> {
  const listing = await listInput(request);
  const files: InputFile[] = [];
  await eachFile(listing, ({ path, document }) => {
    files.push({ path, document });
  });
  const { knowledge, unreadable } = listing;
  const inputs = [...listing.found.map(({ location }) => location), ...request.paths];
  if (request.catalogue !== undefined) inputs.push(request.catalogue);
  return { files, inputs, knowledge, unreadable, hasUnreadable: unreadable.length > 0 };
}

/** @throws UsageError where no path is given, or the catalogue or the archive cannot be read */
export async function listInput({ paths, output, catalogue, archive }: Request): Promise<Listing> {
  if (paths.length === 0) throw new UsageError("no path given; see wlcg-notes --help");
  if (paths.includes("")) throw new UsageError("a path is empty");
  const known = knowledgeOf(await catalogueAt(catalogue), localDate(new Date()));
  const knowledge = { ...known, limits: commandLineLimits };
  if (archive !== undefined) await learnFrom(archive, knowledge);
  const unreadable: Unreadable[] = [];
  const refused = new Set<string>();
  const refuse: Refuse = (path, error) => {
    const key = `${resolve(path)}\n${reason(error)}`;
    if (refused.has(key)) return;
    refused.add(key);
    unreadable.push({ path, reason: reason(error) });
    output.err(`wlcg-notes: ${path}: ${reason(error)}\n`);
  };
  return { output, found: await expandAll(paths, refuse), knowledge, unreadable, refuse };
}

/**
 * Reads the files one by one, and hands each to `use` before it reads the next. What cannot be read, and what `use`
 * refuses with an error, is named on standard error, a line each, and the rest goes on.
 * @throws Interrupted where `use` does
 */
export async function eachFile(
  { output, found, knowledge, refuse }: Listing,
  use: (file: EditableFile) => Promise<void> | void,
): Promise<void> {
  try {
    for (const [done, one] of found.entries()) {
      output.progress?.at(done, found.length);
      await readOne(one, knowledge).then(use).catch(refuseUnlessInterrupted(one.path, refuse));
    }
  } finally {
    output.progress?.end();
  }
}

function refuseUnlessInterrupted(path: string, refuse: Refuse): (error: unknown) => void {
  return (error) => {
    if (!(error instanceof Interrupted)) return refuse(path, error);
    if (error.cause !== undefined) refuse(path, error.cause);
    throw error;
  };
}

async function readOne(found: FoundFile, knowledge: Knowledge): Promise<EditableFile> {
  const bytes = await readRegular(found);
  const { text, encode } = decode(bytes);
  const document = MeetingDocument.read(text, knowledge);
  return { path: found.path, found, bytes, document, ...(encode && { encode }) };
}

async function learnFrom(folder: string, { suggester, vocabulary }: Knowledge): Promise<void> {
  const info = await stat(folder).catch((error: unknown) => {
    throw new UsageError(`${folder}: ${reason(error)}`);
  });
  if (!info.isDirectory()) throw new UsageError(`${folder}: is no folder`);
  suggester.remember((await new ArchiveReader().read(meetingsBelow(folder), vocabulary, () => true)) ?? []);
}

async function catalogueAt(path: string | undefined): Promise<Catalogue> {
  if (path === undefined) return builtInCatalogue;
  const bytes = await readBounded(path, catalogueLimits).catch((error: unknown) => {
    const why = error instanceof FileTooLarge ? tooLarge(error.size) : reason(error);
    throw new UsageError(`${path}: ${why}`);
  });
  try {
    return await parseCatalogue(bytes.toString("utf8"), path);
  } catch (error) {
    throw new UsageError(reason(error));
  }
}
