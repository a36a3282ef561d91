/** Parses a catalogue in a separate thread, so that no catalogue blocks the server. */
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { CatalogueResult, CatalogueTask } from "./catalogueWorker";
import { errorText } from "./errorText";
import type { ParseCatalogue } from "./host";
import { InvalidCatalogueError } from "./invalidCatalogueError";

interface ThreadOptions {
  /** the bundle of `catalogueWorker.ts`, as an absolute path */
  readonly bundle: string;
  /** MB of the heap for long-lived objects */
  readonly maxMemory: number;
  /** milliseconds */
  readonly timeout: number;
}

const defaults = (): ThreadOptions => ({
  bundle: join(__dirname, "catalogue.mjs"),
  maxMemory: 256,
  // ten times the time for the slowest catalogue within the limits
  timeout: 20_000,
});

/** @returns a parser of catalogues that starts a thread for each; all errors are `InvalidCatalogueError` */
export function catalogueThread(options: Partial<ThreadOptions> = {}): ParseCatalogue {
  return async (text, name) => {
    const { catalogue, error } = await runWorker({ text, name }, { ...defaults(), ...options });
    if (catalogue) return catalogue;
    throw new InvalidCatalogueError(name, error?.line ?? 1, error?.reason ?? "cannot be read");
  };
}

async function runWorker(task: CatalogueTask, options: ThreadOptions): Promise<CatalogueResult> {
  const resourceLimits = { maxOldGenerationSizeMb: options.maxMemory, maxYoungGenerationSizeMb: 32 };
  const worker = new Worker(options.bundle, { workerData: task, resourceLimits });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<CatalogueResult>((resolve, reject) => {
      const fail = (reasonText: string): void => reject(new InvalidCatalogueError(task.name, 1, reasonText));
      timer = setTimeout(fail, options.timeout, "takes too long to read");
      worker.once("message", resolve);
      worker.once("error", (error) => fail(workerErrorReason(error)));
      worker.once("exit", () => fail("cannot be read"));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

function workerErrorReason(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  return code === "ERR_WORKER_OUT_OF_MEMORY"
    ? "takes too much memory to read"
    : `cannot be read: ${errorText(error)}`;
}
