/**
 * What checks a catalogue, in a bundle of its own: few have one. As a worker thread it keeps nobody waiting, and
 * what it takes is given back when it ends.
 */
import { isMainThread, parentPort, workerData } from "node:worker_threads";
import type { Catalogue } from "../core/catalogue/catalogue";
import { parseCatalogue } from "./catalogueFile";
import { InvalidCatalogue } from "./invalidCatalogue";

export { parseCatalogue } from "./catalogueFile";

/** What a worker is given. */
export interface CatalogueTask {
  readonly catalogue: { readonly text: string; readonly name: string };
}

/** What it answers: one of the two. */
export interface CatalogueAnswer {
  readonly catalogue?: Catalogue;
  readonly fault?: Pick<InvalidCatalogue, "line" | "reason">;
}

const task = workerData as Partial<CatalogueTask> | null;
if (!isMainThread && task?.catalogue) void answer(task.catalogue);

async function answer({ text, name }: CatalogueTask["catalogue"]): Promise<void> {
  parentPort?.postMessage(await answerTo(text, name));
}

async function answerTo(text: string, name: string): Promise<CatalogueAnswer> {
  try {
    return { catalogue: await parseCatalogue(text, name) };
  } catch (error) {
    if (error instanceof InvalidCatalogue) return { fault: { line: error.line, reason: error.reason } };
    throw error;
  }
}
