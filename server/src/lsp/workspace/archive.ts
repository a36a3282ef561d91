import type { Example } from "../../core/catalogue/catalogue";
import type { Suggester } from "../../core/suggest/suggester";
import { ArchiveReader } from "../../host/archiveReader";
import type { Host, MeetingFile } from "../../host/host";
import { runInSlices } from "../../host/timeSlice";
import type { Workspace } from "./workspace";

/** Adapts suggestions to the meetings in the workspace's folders, which are read in the background. */
export class Archive {
  readonly #host: Host;
  readonly #workspace: Workspace;
  readonly #reader = new ArchiveReader();
  #generation = 0;
  #trained: { readonly suggester: Suggester; readonly examples: readonly Example[] } | undefined;

  constructor(host: Host, workspace: Workspace) {
    this.#host = host;
    this.#workspace = workspace;
  }

  /** Reads all meetings below the folders (URIs); a later call replaces one that is running. */
  async read(folders: readonly string[]): Promise<void> {
    const generation = ++this.#generation;
    const isCurrent = (): boolean => generation === this.#generation;
    const { vocabulary } = this.#workspace.knowledge;
    const examples = await this.#reader.read(this.#meetings(folders), vocabulary, isCurrent);
    if (examples) await this.#train(examples, isCurrent);
  }

  async clear(): Promise<void> {
    const generation = ++this.#generation;
    await this.#train([], () => generation === this.#generation);
  }

  async *#meetings(folders: readonly string[]): AsyncGenerator<MeetingFile> {
    for (const folder of folders.toReversed()) yield* this.#host.meetings(folder);
  }

  async #train(examples: readonly Example[], isCurrent: () => boolean): Promise<void> {
    const { suggester } = this.#workspace.knowledge;
    const trained = this.#trained;
    if (trained?.suggester === suggester && isSame(trained.examples, examples)) return;
    await runInSlices(suggester.trainInSteps(examples), isCurrent);
    if (isCurrent()) this.#trained = { suggester, examples };
  }
}

function isSame(before: readonly Example[], after: readonly Example[]): boolean {
  return before.length === after.length && before.every((example, at) => example === after[at]);
}
