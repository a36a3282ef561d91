/** Notes exported from the editor to where they cannot be written. */
import { chmod, mkdir, readdir, stat, symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import type { FileSystem, Uri } from "vscode";
import { writeAtomically } from "../../client/src/writeAtomically";
import { errorText } from "../../server/src/host/errorText";
import { asNobody } from "../support/asNobody";
import { contentOf, inFolder } from "../support/commandLine";

const half = vi.hoisted(() => ({ isFull: false }));

vi.mock("node:fs/promises", async (original) => {
  const promises = await original<typeof import("node:fs/promises")>();
  const writeFile: typeof promises.writeFile = async (path, data, options) => {
    if (!half.isFull) return promises.writeFile(path, data, options);
    await promises.writeFile(path, (data as Uint8Array).subarray(0, 3), options);
    throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
  };
  return { ...promises, writeFile };
});

const notes = new TextEncoder().encode("# The notes of today");
const before = "the notes of last week";

/** An address as the editor has it, as far as it is asked. */
function uriOf(path: string, scheme = "file"): Uri {
  const uri = { scheme, path, fsPath: path, with: ({ path }: { path: string }) => uriOf(path, scheme) };
  return uri as unknown as Uri;
}

const noFiles = {} as FileSystem;

/** The message to the user; undefined if the file was written. */
async function exported(path: string): Promise<string | undefined> {
  return writeAtomically(noFiles, uriOf(join(process.cwd(), path)), notes).then(() => undefined, errorText);
}

describe("notes on this machine's disk", () => {
  it("replace those of last week in the target of a link, and preserve its permissions", async () => {
    await inFolder({ "notes.md": before });
    await chmod("notes.md", 0o640);
    await symlink("notes.md", "link.md");
    expect(await exported("link.md")).toBeUndefined();
    expect(await contentOf("notes.md")).toBe("# The notes of today");
    expect((await stat("notes.md")).mode & 0o777).toBe(0o640);
    expect(await readdir(".")).toEqual(["link.md", "notes.md"]);
  });

  it("do not change a read-only file", async () => {
    await inFolder({ "notes.md": before });
    await chmod("notes.md", 0o444);
    expect(await exported("notes.md")).toBe("the file is read-only");
    expect([await contentOf("notes.md"), await readdir(".")]).toEqual([before, ["notes.md"]]);
  });

  it("report that nothing can be written to a folder", async () => {
    await inFolder({});
    await chmod(".", 0o755);
    await mkdir("closed", { mode: 0o555 });
    await mkdir("open");
    await chmod("open", 0o777);
    await asNobody(async () => {
      expect(await exported("open/notes.md")).toBeUndefined();
      expect(await exported("closed/notes.md")).toBe("permission denied");
    });
  });

  it.each(["notes.md", "new.md"])("leave no half %s where the disk is full", async (name) => {
    await inFolder({ "notes.md": before });
    half.isFull = true;
    expect(await exported(name)).toBe("no space left on the disk");
    half.isFull = false;
    expect([await contentOf("notes.md"), await readdir(".")]).toEqual([before, ["notes.md"]]);
  });

  it("report a folder that was removed", async () => {
    await inFolder({});
    expect(await exported("gone/notes.md")).toBe("no such file or folder");
  });
});

/** A disk that another program provides, full after three bytes. */
function remoteDisk(files: Map<string, string>): FileSystem {
  const disk: Partial<FileSystem> = {
    writeFile: async ({ path }, bytes) => {
      files.set(path, new TextDecoder().decode(bytes.subarray(0, 3)));
      throw new Error("The disk is full.\n  at somewhere");
    },
    delete: async ({ path }) => void files.delete(path),
  };
  return disk as FileSystem;
}

it("notes on a disk elsewhere leave no half file where it is full", async () => {
  const files = new Map([["/notes.md", before]]);
  const writing = writeAtomically(remoteDisk(files), uriOf("/notes.md", "elsewhere"), notes);
  expect(await writing.catch(errorText)).toBe("The disk is full.");
  expect([...files]).toEqual([["/notes.md", before]]);
});
