import type { Example } from "../../core/catalogue/catalogue";
import type { Suggester } from "../../core/suggest/suggester";
import { ArchiveReader } from "../../host/archiveReader";
import type { Host, MeetingFile } from "../../host/host";
import { inTurns } from "../../host/timeSlice";
import type { Workspace } from "./workspace";

/** Adapts suggestions to the meetings in the workspace's folders, which are read in the background. */
export class Archive {
  readonly #host: Host;
  readonly #workspace: Workspace;
  readonly #reader = new ArchiveReader();
  #pass = 0;
  #learned: { readonly suggester: Suggester; readonly examples: readonly Example[] } | undefined;

  constructor(host: Host, workspace: Workspace) {
    this.#host = host;
    this.#workspace = workspace;
  }

  /** Reads all meetings below the folders (URIs); a later call replaces an earlier one that has not finished. */
  async read(folders: readonly string[]): Promise<void> {
    const pass = ++this.#pass;
    const isWanted = (): boolean => pass === this.#pass;
    const { vocabulary } = this.#workspace.knowledge;
    const examples = await this.#reader.read(this.#meetings(folders), vocabulary, isWanted);
    if (examples) await this.#learn(examples, isWanted);
  }

  async forget(): Promise<void> {
    const pass = ++this.#pass;
    await this.#learn([], () => pass === this.#pass);
  }

  async *#meetings(folders: readonly string[]): AsyncGenerator<MeetingFile> {
    for (const folder of folders.toReversed()) yield* this.#host.meetings(folder);
  }

  async #learn(examples: readonly Example[], isWanted: () => boolean): Promise<void> {
    const { suggester } = this.#workspace.knowledge;
    const learned = this.#learned;
    if (learned?.suggester === suggester && isSame(learned.examples, examples)) return;
    await inTurns(suggester.rememberInSteps(examples), isWanted);
    if (isWanted()) this.#learned = { suggester, examples };
  }
}

function isSame(before: readonly Example[], after: readonly Example[]): boolean {
  return before.length === after.length && before.every((example, at) => example === after[at]);
}
