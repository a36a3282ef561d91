/**
 * Reads the training examples of suggestions: the newest items of many meetings. Unchanged files are read
 * once.
 */
import type { Example } from "../core/catalogue/catalogue";
import type { Vocabulary } from "../core/catalogue/vocabulary";
import { examplesIn } from "../core/suggest/examplesIn";
import type { MeetingFile } from "./host";
import { TimeSlice } from "./timeSlice";

export const archiveReaderLimits = {
  /** maximum number of items; more cost time and hardly improve suggestions */
  examples: 3_000,
  /** maximum bytes of all files */
  bytes: 32 * 2 ** 20,
} as const;

interface CachedFile {
  readonly stamp: string;
  /** its newest items, in the file's order */
  readonly examples: readonly Example[];
}

export class ArchiveReader {
  #files = new Map<string, CachedFile>();
  #vocabulary: Vocabulary | undefined;

  /**
   * @param meetings the newest first
   * @param isCurrent checked between two slices of a few milliseconds
   * @returns the newest items, the newest last; for unchanged files the same objects as before. Undefined if
   * the result is no longer needed.
   */
  async read(
    meetings: AsyncIterable<MeetingFile>,
    vocabulary: Vocabulary,
    isCurrent: () => boolean,
  ): Promise<readonly Example[] | undefined> {
    const previousFiles = vocabulary === this.#vocabulary ? this.#files : new Map<string, CachedFile>();
    const files = new Map<string, CachedFile>();
    const newestFirst: (readonly Example[])[] = [];
    let [examplesLeft, bytesLeft]: [number, number] = [
      archiveReaderLimits.examples,
      archiveReaderLimits.bytes,
    ];
    for await (const meeting of meetings) {
      bytesLeft -= meeting.size;
      if (examplesLeft <= 0 || bytesLeft < 0) break;
      const file = await readFile(meeting, {
        vocabulary,
        isCurrent,
        previous: previousFiles.get(meeting.path),
      });
      if (!file || !isCurrent()) return undefined;
      files.set(meeting.path, file);
      newestFirst.push(file.examples);
      examplesLeft -= file.examples.length;
    }
    if (!isCurrent()) return undefined;
    [this.#files, this.#vocabulary] = [files, vocabulary];
    return newestFirst.reverse().flat().slice(-archiveReaderLimits.examples);
  }
}

interface ReadContext {
  readonly vocabulary: Vocabulary;
  readonly isCurrent: () => boolean;
  /** the previous result for the file */
  readonly previous: CachedFile | undefined;
}

async function readFile(meeting: MeetingFile, reading: ReadContext): Promise<CachedFile | undefined> {
  const { previous } = reading;
  if (previous?.stamp === meeting.stamp) return previous;
  const newExamples = await examplesOf(meeting, reading);
  if (!newExamples) return undefined;
  // most edits of a meeting do not change its examples
  const examples =
    previous && JSON.stringify(previous.examples) === JSON.stringify(newExamples)
      ? previous.examples
      : newExamples;
  return { stamp: meeting.stamp, examples };
}

async function examplesOf(
  { read }: MeetingFile,
  { vocabulary, isCurrent }: ReadContext,
): Promise<readonly Example[] | undefined> {
  const text = (await read()) ?? "";
  const examples: Example[] = [];
  const slice = new TimeSlice();
  for (const blockExamples of examplesIn(text, vocabulary)) {
    examples.push(...blockExamples);
    if (!slice.isOver()) continue;
    await slice.yieldToEventLoop();
    if (!isCurrent()) return undefined;
  }
  return examples.slice(-archiveReaderLimits.examples);
}
