/** Reads a catalogue in a thread of its own, so that no catalogue keeps the server from answering. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Catalogue } from "../core/catalogue/catalogue";
import type { CatalogueAnswer, CatalogueTask } from "./catalogueWorker";
import { reason } from "./errorText";
import { InvalidCatalogue } from "./invalidCatalogue";

/** MB */
const resourceLimits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 };
/** Milliseconds: ten times what the slowest catalogue within the limits takes. */
const readTimeout = 20_000;

/**
 * @param text a catalogue as YAML, `name` what to call its file in messages
 * @throws InvalidCatalogue where it is none
 */
export async function readCatalogueApart(text: string, name: string): Promise<Catalogue> {
  const bundle = join(__dirname, "catalogue.js");
  // from the sources there is no bundle to run
  if (!existsSync(bundle)) return (await import("./catalogueWorker")).parseCatalogue(text, name);
  const { catalogue, fault } = await answerOf(bundle, { catalogue: { text, name } });
  if (catalogue) return catalogue;
  throw new InvalidCatalogue(name, fault?.line ?? 1, fault?.reason ?? "cannot be read");
}

async function answerOf(bundle: string, task: CatalogueTask): Promise<CatalogueAnswer> {
  const worker = new Worker(bundle, { workerData: task, resourceLimits });
  const { name } = task.catalogue;
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<CatalogueAnswer>((resolve, reject) => {
      const refuse = (why: string): void => reject(new InvalidCatalogue(name, 1, why));
      timer = setTimeout(refuse, readTimeout, "takes too long to read");
      worker.once("message", resolve);
      worker.once("error", (error) => refuse(failure(error)));
      worker.once("exit", () => refuse("cannot be read"));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

function failure(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  return code === "ERR_WORKER_OUT_OF_MEMORY"
    ? "takes too much memory to read"
    : `cannot be read: ${reason(error)}`;
}
