/** Reads what suggestions learn from: the newest items of many meetings, each file once as long as it stays as it is. */
import type { Example } from "../core/catalogue/catalogue";
import type { Vocabulary } from "../core/catalogue/vocabulary";
import { examplesIn } from "../core/suggest/examplesIn";
import type { MeetingFile } from "./host";
import { Turn } from "./timeSlice";

export const archiveReaderLimits = {
  /** items: more add little, and cost time */
  examples: 3_000,
  /** bytes of all files */
  bytes: 32 * 2 ** 20,
} as const;

interface ReadFile {
  readonly stamp: string;
  /** its newest items, in the file's order */
  readonly examples: readonly Example[];
}

export class ArchiveReader {
  #files = new Map<string, ReadFile>();
  #vocabulary: Vocabulary | undefined;

  /**
   * @param meetings the newest first
   * @param isWanted asked between two slices of a few milliseconds
   * @returns the newest items, the newest last; the same objects as before of files that did not change. Nothing
   *   where they are not wanted any more.
   */
  async read(
    meetings: AsyncIterable<MeetingFile>,
    vocabulary: Vocabulary,
    isWanted: () => boolean,
  ): Promise<readonly Example[] | undefined> {
    const before = vocabulary === this.#vocabulary ? this.#files : new Map<string, ReadFile>();
    const files = new Map<string, ReadFile>();
    const newestFirst: (readonly Example[])[] = [];
    let [room, bytes]: [number, number] = [archiveReaderLimits.examples, archiveReaderLimits.bytes];
    for await (const meeting of meetings) {
      bytes -= meeting.size;
      if (room <= 0 || bytes < 0) break;
      const file = await readFile(meeting, { vocabulary, isWanted, known: before.get(meeting.path) });
      if (!file || !isWanted()) return undefined;
      files.set(meeting.path, file);
      newestFirst.push(file.examples);
      room -= file.examples.length;
    }
    if (!isWanted()) return undefined;
    [this.#files, this.#vocabulary] = [files, vocabulary];
    return newestFirst.reverse().flat().slice(-archiveReaderLimits.examples);
  }
}

interface Reading {
  readonly vocabulary: Vocabulary;
  readonly isWanted: () => boolean;
  /** what was read of the file before */
  readonly known: ReadFile | undefined;
}

async function readFile(meeting: MeetingFile, reading: Reading): Promise<ReadFile | undefined> {
  const { known } = reading;
  if (known?.stamp === meeting.stamp) return known;
  const found = await examplesOf(meeting, reading);
  if (!found) return undefined;
  // most of what people type in a meeting changes nothing that is learned
  const examples = known && JSON.stringify(known.examples) === JSON.stringify(found) ? known.examples : found;
  return { stamp: meeting.stamp, examples };
}

async function examplesOf(
  { read }: MeetingFile,
  { vocabulary, isWanted }: Reading,
): Promise<readonly Example[] | undefined> {
  const text = (await read()) ?? "";
  const examples: Example[] = [];
  const turn = new Turn();
  for (const found of examplesIn(text, vocabulary)) {
    examples.push(...found);
    if (!turn.isOver()) continue;
    await turn.next();
    if (!isWanted()) return undefined;
  }
  return examples.slice(-archiveReaderLimits.examples);
}
