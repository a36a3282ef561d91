import { readFile, stat } from "node:fs/promises";
import { glob } from "tinyglobby";
import { builtInCatalogue } from "../../../generated/catalogue";
import { type Knowledge, MeetingDocument } from "../../core/document";
import { parseCatalogue } from "../catalogueFile";
import { localDate } from "../nodeHost";
import { knowledgeOf } from "../workspace";
import { type Output, Unusable } from "./io";

export interface Request {
  readonly paths: readonly string[];
  readonly output: Output;
  /** a catalogue file in place of the built-in one */
  readonly catalogue?: string;
}

export interface InputFile {
  readonly path: string;
  readonly document: MeetingDocument;
  /** how to write text back as it was; nothing where the encoding is only read */
  readonly encode?: (text: string) => Buffer;
}

export interface Input {
  readonly files: readonly InputFile[];
  readonly knowledge: Knowledge;
  /** true where some path could not be read; it was named on standard error */
  readonly hasUnreadable: boolean;
}

const pattern = "**/*.contributions.{yaml,yml}";

/** Reads every file the paths name; what cannot be read is told, a line each, and the rest goes on. */
export async function readInput({ paths, output, catalogue }: Request): Promise<Input> {
  if (paths.length === 0) throw new Unusable("no path given");
  const knowledge = knowledgeOf(
    catalogue === undefined ? builtInCatalogue : await readCatalogue(catalogue),
    localDate(new Date()),
  );
  const files: InputFile[] = [];
  let hasUnreadable = false;
  const refuse = (path: string, error: unknown): void => {
    hasUnreadable = true;
    output.err(`wlcg-notes: ${path}: ${reason(error)}\n`);
  };
  for (const path of paths) {
    const names = await expand(path).catch((error: unknown) => refuse(path, error));
    for (const name of names ?? []) {
      const file = await readOne(name, knowledge).catch((error: unknown) => refuse(name, error));
      if (file) files.push(file);
    }
  }
  return { files, knowledge, hasUnreadable };
}

async function expand(path: string): Promise<readonly string[]> {
  const info = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" && /[*?[{]/.test(path)) return undefined;
    throw error;
  });
  if (info && !info.isDirectory()) return [path];
  const found = info
    ? await glob(pattern, { cwd: path, absolute: false, ignore: ["**/node_modules/**"] })
    : await glob(path);
  if (found.length === 0) throw new Error("no contributions file there");
  return found.sort().map((name) => (info ? `${path.replace(/\/+$/, "")}/${name}` : name));
}

async function readOne(path: string, knowledge: Knowledge): Promise<InputFile> {
  const bytes = await readFile(path);
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? "utf-16le"
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? "utf-16be"
        : "utf-8";
  const isSound = encoding !== "utf-8" || isUtf8(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  const document = MeetingDocument.read(isSound ? text : `\0${text}`, knowledge);
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb ? "\uFEFF" : "";
  return {
    path,
    document,
    ...(encoding === "utf-8" && isSound && { encode: (fixed: string) => Buffer.from(mark + fixed, "utf8") }),
  };
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

async function readCatalogue(path: string) {
  try {
    return parseCatalogue(await readFile(path, "utf8"), path);
  } catch (error) {
    throw new Unusable(
      error instanceof Error && "code" in error ? `${path}: ${reason(error)}` : reason(error),
    );
  }
}

/** A system error in a few words. */
export function reason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  const words: Readonly<Record<string, string>> = {
    EACCES: "permission denied",
    EISDIR: "is a folder",
    ENOENT: "no such file or folder",
    ENOSPC: "no space left on the disk",
    EROFS: "the disk is read-only",
  };
  return (code && words[code]) ?? (error instanceof Error ? error.message : String(error));
}
