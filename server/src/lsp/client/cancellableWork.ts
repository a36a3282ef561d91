import type { CancellationToken } from "vscode-languageserver";
import type { Client } from "./client";
import type { ClientSupport } from "./clientCapabilities";
import { type ProgressToken, WorkDoneProgress } from "./workDoneProgress";

/** What long work gets. */
export interface Work {
  /** aborted when the person cancels the request or its progress */
  readonly signal: AbortSignal;
  /** Shows a message beside the title. */
  readonly report: (message: string) => void;
}

interface WorkOptions {
  readonly title: string;
  /** of the request */
  readonly cancellation: CancellationToken;
  /** of the params; a malformed one counts as missing */
  readonly workDoneToken?: unknown;
  /** true if the server may create a token where the params have none */
  readonly mayCreate?: boolean;
}

/** Runs work that a person can follow and cancel: by the request, or by its progress. */
export class CancellableWork {
  readonly #client: Client;
  readonly #canCreate: boolean;
  readonly #running = new Map<ProgressToken, AbortController>();
  #count = 0;

  constructor(client: Client, { progress }: ClientSupport) {
    this.#client = client;
    this.#canCreate = progress;
  }

  /** Handles `window/workDoneProgress/cancel`. */
  cancel(token: unknown): void {
    if (isToken(token)) this.#running.get(token)?.abort();
  }

  async run<T>(options: WorkOptions, work: (work: Work) => Promise<T>): Promise<T> {
    const controller = new AbortController();
    const { cancellation } = options;
    if (cancellation.isCancellationRequested) controller.abort();
    const listener = cancellation.onCancellationRequested(() => controller.abort());
    const progress = this.#begin(options);
    if (progress) this.#running.set(progress.token, controller);
    try {
      return await work({
        signal: controller.signal,
        report: (message) => progress?.report({ message }),
      });
    } finally {
      listener.dispose();
      if (progress) this.#running.delete(progress.token);
      progress?.end();
    }
  }

  #begin({ title, workDoneToken, mayCreate }: WorkOptions): WorkDoneProgress | undefined {
    const begin = { title, cancellable: true };
    if (isToken(workDoneToken)) return WorkDoneProgress.of(this.#client, workDoneToken, begin);
    if (!mayCreate || !this.#canCreate) return undefined;
    return WorkDoneProgress.create(this.#client, `wlcg-notes-work-${++this.#count}`, begin);
  }
}

function isToken(value: unknown): value is ProgressToken {
  return typeof value === "string" || typeof value === "number";
}
