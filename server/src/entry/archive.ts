import type { Example } from "../core/catalogue";
import { examplesIn } from "../core/suggest/archive";
import type { Host } from "./host";
import { Turn } from "./turn";
import type { Workspace } from "./workspace";

/** What suggestions learn from: more adds little, and costs time. */
const mostExamples = 3000;

/** Keeps suggestions up with the meetings in the workspace's folders, read in the background. */
export class Archive {
  readonly #host: Host;
  readonly #workspace: Workspace;
  #pass = 0;

  constructor(host: Host, workspace: Workspace) {
    this.#host = host;
    this.#workspace = workspace;
  }

  /** Reads all meetings below the folders (URIs); a later call takes the place of one under way. */
  async read(folders: readonly string[]): Promise<void> {
    const pass = ++this.#pass;
    const examples: Example[] = [];
    const turn = new Turn();
    for (const folder of folders) {
      for await (const text of this.#host.meetings(folder)) {
        for (const found of examplesIn(text, this.#workspace.knowledge.vocabulary)) {
          examples.push(...found);
          if (turn.isOver()) await turn.next();
          if (pass !== this.#pass) return;
        }
      }
    }
    this.#learn(examples.slice(-mostExamples));
  }

  forget(): void {
    this.#pass++;
    this.#learn([]);
  }

  #learn(examples: readonly Example[]): void {
    const { suggester } = this.#workspace.knowledge;
    suggester.remember(examples);
    suggester.warm();
  }
}
