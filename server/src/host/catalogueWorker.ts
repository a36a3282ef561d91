/** The worker thread that checks a catalogue, in a separate bundle: `catalogueThread.ts` starts it. */
import { parentPort, workerData } from "node:worker_threads";
import type { Catalogue } from "../core/catalogue/catalogue";
import { parseCatalogue } from "./catalogueFile";
import { InvalidCatalogue } from "./invalidCatalogue";

/** The input of the thread. */
export interface CatalogueTask {
  /** a catalogue as YAML */
  readonly text: string;
  /** the name of its file in messages */
  readonly name: string;
}

/** The output of the thread: one of the two. */
export interface CatalogueAnswer {
  readonly catalogue?: Catalogue;
  readonly fault?: Pick<InvalidCatalogue, "line" | "reason">;
}

void answer(workerData as CatalogueTask).then((message) => parentPort?.postMessage(message));

async function answer({ text, name }: CatalogueTask): Promise<CatalogueAnswer> {
  try {
    return { catalogue: await parseCatalogue(text, name) };
  } catch (error) {
    if (error instanceof InvalidCatalogue) return { fault: { line: error.line, reason: error.reason } };
    throw error;
  }
}
