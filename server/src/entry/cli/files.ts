import { readFile, stat } from "node:fs/promises";
import { builtInCatalogue } from "../../../generated/catalogue";
import type { Catalogue } from "../../core/catalogue";
import { type Knowledge, MeetingDocument } from "../../core/document";
import { ArchiveReader } from "../archiveReader";
import { parseCatalogue } from "../catalogueFile";
import { meetingsBelow } from "../meetings";
import { localDate } from "../nodeHost";
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

/** Reads every file the paths name; what cannot be read is told, a line each, and the rest goes on. */
export async function readInput({ paths, output, catalogue, archive }: Request): Promise<Input> {
  if (paths.length === 0) throw new Unusable("no path given; see wlcg-notes --help");
  const knowledge = knowledgeOf(await catalogueAt(catalogue), localDate(new Date()));
  if (archive !== undefined) await learnFrom(archive, knowledge);
  const files: InputFile[] = [];
  let hasUnreadable = false;
  const refuse = (path: string, error: unknown): void => {
    hasUnreadable = true;
    output.err(`wlcg-notes: ${path}: ${reason(error)}\n`);
  };
  const all = await expandAll(paths, refuse);
  for (const [done, path] of all.entries()) {
    output.progress?.at(done, all.length);
    const file = await readOne(path, knowledge).catch((error: unknown) => refuse(path, error));
    if (file) files.push(file);
  }
  output.progress?.end();
  return { files, knowledge, hasUnreadable };
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
  suggester.remember(
    (await new ArchiveReader().read(meetingsBelow(folder), vocabulary, () => true)) ?? [],
  );
}

async function catalogueAt(path: string | undefined): Promise<Catalogue> {
  if (path === undefined) return builtInCatalogue;
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    throw new Unusable(`${path}: ${reason(error)}`);
  });
  try {
    return await parseCatalogue(text, path);
  } catch (error) {
    throw new Unusable(reason(error));
  }
}
