import { readFile, stat } from "node:fs/promises";
import { builtInCatalogue } from "../../../generated/catalogue";
import type { Catalogue } from "../../core/catalogue";
import { catalogueLimits } from "../../core/catalogueLimits";
import { type Knowledge, MeetingDocument } from "../../core/document";
import { commandLineLimits } from "../../core/limits";
import { ArchiveReader } from "../archiveReader";
import { parseCatalogue } from "../catalogueFile";
import { tooLarge } from "../catalogueText";
import { meetingsBelow } from "../meetings";
import { localDate } from "../nodeHost";
import { FileTooLarge, readUpTo } from "../readBounded";
import { reason } from "../reason";
import { knowledgeOf } from "../workspace";
import { type Decoded, decode } from "./encoding";
import { type Output, Unusable } from "./io";
import { expandAll } from "./paths";

export interface Request {
  readonly paths: readonly string[];
  readonly output: Output;
  /** a catalogue file in place of the built-in one */
  readonly catalogue?: string;
  /** a folder of meetings that suggestions learn from */
  readonly archive?: string;
}

export interface InputFile extends Pick<Decoded, "encode"> {
  readonly path: string;
  readonly document: MeetingDocument;
}

export interface Input {
  readonly files: readonly InputFile[];
  readonly knowledge: Knowledge;
  /** true where some path could not be read; it was named on standard error */
  readonly hasUnreadable: boolean;
}

/** The files that the paths of a request name, not read yet. */
export interface Listing {
  readonly output: Output;
  readonly found: readonly string[];
  readonly knowledge: Knowledge;
  /** paths that could not be read; grows while files are read */
  readonly unreadable: readonly string[];
  readonly refuse: (path: string, error: unknown) => void;
}

/** Reads every file the paths name; what cannot be read is told, a line each, and the rest goes on. */
export async function readInput(request: Request): Promise<Input> {
  const listing = await listInput(request);
  const files: InputFile[] = [];
  await eachFile(listing, (file) => {
    files.push(file);
  });
  return { files, knowledge: listing.knowledge, hasUnreadable: listing.unreadable.length > 0 };
}

/** @throws Unusable where no path is given, or the catalogue or the archive cannot be read */
export async function listInput({ paths, output, catalogue, archive }: Request): Promise<Listing> {
  if (paths.length === 0) throw new Unusable("no path given; see wlcg-notes --help");
  const known = knowledgeOf(await catalogueAt(catalogue), localDate(new Date()));
  const knowledge = { ...known, limits: commandLineLimits };
  if (archive !== undefined) await learnFrom(archive, knowledge);
  const unreadable: string[] = [];
  const refuse = (path: string, error: unknown): void => {
    unreadable.push(path);
    output.err(`wlcg-notes: ${path}: ${reason(error)}\n`);
  };
  return { output, found: await expandAll(paths, refuse), knowledge, unreadable, refuse };
}

/** Reads the files one by one, and hands each to `use` before it reads the next. */
export async function eachFile(
  { output, found, knowledge, refuse }: Listing,
  use: (file: InputFile) => Promise<void> | void,
): Promise<void> {
  for (const [done, path] of found.entries()) {
    output.progress?.at(done, found.length);
    try {
      await use(await readOne(path, knowledge));
    } catch (error) {
      refuse(path, error);
    }
  }
  output.progress?.end();
}

async function readOne(path: string, knowledge: Knowledge): Promise<InputFile> {
  const { text, encode } = decode(await readFile(path));
  return { path, document: MeetingDocument.read(text, knowledge), ...(encode && { encode }) };
}

async function learnFrom(folder: string, { suggester, vocabulary }: Knowledge): Promise<void> {
  const info = await stat(folder).catch((error: unknown) => {
    throw new Unusable(`${folder}: ${reason(error)}`);
  });
  if (!info.isDirectory()) throw new Unusable(`${folder}: is no folder`);
  suggester.remember((await new ArchiveReader().read(meetingsBelow(folder), vocabulary, () => true)) ?? []);
}

async function catalogueAt(path: string | undefined): Promise<Catalogue> {
  if (path === undefined) return builtInCatalogue;
  const bytes = await readUpTo(path, catalogueLimits.bytes).catch((error: unknown) => {
    const why = error instanceof FileTooLarge ? tooLarge(error.size) : reason(error);
    throw new Unusable(`${path}: ${why}`);
  });
  try {
    return await parseCatalogue(bytes.toString("utf8"), path);
  } catch (error) {
    throw new Unusable(reason(error));
  }
}
