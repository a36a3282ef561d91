import { describe, expect, it } from "vitest";
import { builtInCatalogue } from "../../server/generated/catalogue";
import { Vocabulary } from "../../server/src/core/catalogue/vocabulary";
import { ArchiveReader, archiveReaderLimits } from "../../server/src/host/archiveReader";
import type { MeetingFile } from "../../server/src/host/host";
import { inMeeting } from "../support/findings";

const vocabulary = new Vocabulary(builtInCatalogue);

/** Files of items of these titles, the newest first, and how often each was read. */
function folder(titles: Readonly<Record<string, readonly string[]>>) {
  const reads: string[] = [];
  const stamps = new Map<string, string>();
  async function* files(): AsyncGenerator<MeetingFile> {
    for (const [path, items] of Object.entries(titles)) {
      const text = inMeeting(items.map((title) => `  - {title: ${title}, themes: none}\n`).join(""));
      const read = async () => {
        reads.push(path);
        return text;
      };
      yield { path, size: text.length, stamp: stamps.get(path) ?? "1", read };
    }
  }
  return { files, reads, stamps };
}

const titlesOf = (examples: readonly { readonly title: string }[] | undefined) =>
  examples?.map(({ title }) => title);

describe("the archive", () => {
  it("is in the order of its files, the newest item last", async () => {
    const { files } = folder({ c: ["t5"], b: ["t3", "t4"], a: ["t1", "t2"] });
    const examples = await new ArchiveReader().read(files(), vocabulary, () => true);
    expect(titlesOf(examples)).toEqual(["t1", "t2", "t3", "t4", "t5"]);
  });

  it("reads a file again where it was written, and no other", async () => {
    const { files, reads, stamps } = folder({ b: ["t2"], a: ["t1"] });
    const reader = new ArchiveReader();
    const before = await reader.read(files(), vocabulary, () => true);
    stamps.set("a", "2");
    const after = await reader.read(files(), vocabulary, () => true);
    expect(reads).toEqual(["b", "a", "a"]);
    expect(after).toEqual(before);
    expect(before).toHaveLength(2);
    // nothing else to learn from either
    expect(after?.every((example, at) => example === before?.[at])).toBe(true);
    await reader.read(files(), new Vocabulary(builtInCatalogue), () => true);
    expect(reads).toEqual(["b", "a", "a", "b", "a"]);
  });

  it("ends with the newest items that it has room for", async () => {
    const many = (from: number) => Array.from({ length: 2000 }, (_, at) => `t${from + at}`);
    const { files, reads } = folder({ d: many(6000), c: many(4000), b: many(2000), a: many(0) });
    const examples = await new ArchiveReader().read(files(), vocabulary, () => true);
    expect(examples).toHaveLength(archiveReaderLimits.examples);
    expect([examples?.[0]?.title, examples?.at(-1)?.title]).toEqual(["t5000", "t7999"]);
    expect(reads).toEqual(["d", "c"]);
  });

  it("ends with the bytes that it has room for", async () => {
    const reads: number[] = [];
    async function* files(): AsyncGenerator<MeetingFile> {
      for (let at = 0; at < 100; at++) {
        const read = async () => void reads.push(at) as undefined;
        yield { path: String(at), size: 2 ** 20, stamp: "1", read };
      }
    }
    await new ArchiveReader().read(files(), vocabulary, () => true);
    expect(reads).toHaveLength(32);
  });

  it("gives nothing where it is not wanted any more", async () => {
    const { files } = folder({ a: ["t1"] });
    expect(await new ArchiveReader().read(files(), vocabulary, () => false)).toBeUndefined();
  });
});
