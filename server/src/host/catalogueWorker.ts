/** The worker thread that checks a catalogue, in a separate bundle: `catalogueThread.ts` starts it. */
import { parentPort, workerData } from "node:worker_threads";
import type { Catalogue } from "../core/catalogue/catalogue";
import { parseCatalogue } from "./catalogueFile";
import { InvalidCatalogueError } from "./invalidCatalogueError";

/** The input of the thread. */
export interface CatalogueTask {
  /** a catalogue as YAML */
  readonly text: string;
  /** the name of its file in messages */
  readonly name: string;
}

/** The output of the thread: one of the two. */
export interface CatalogueResult {
  readonly catalogue?: Catalogue;
  readonly error?: Pick<InvalidCatalogueError, "line" | "reason">;
}

void postResult(workerData as CatalogueTask).then((message) => parentPort?.postMessage(message));

async function postResult({ text, name }: CatalogueTask): Promise<CatalogueResult> {
  try {
    return { catalogue: await parseCatalogue(text, name) };
  } catch (error) {
    if (error instanceof InvalidCatalogueError) return { error: { line: error.line, reason: error.reason } };
    throw error;
  }
}
