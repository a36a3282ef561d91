/**
 * @param run a task that is not run twice at the same time
 * @returns a function that runs the task; called while the task runs, it has the task run once more after that
 */
export function coalesced(run: () => Promise<void>): () => Promise<void> {
  let isRunning = false;
  let isStale = false;
  return async () => {
    isStale = true;
    if (isRunning) return;
    isRunning = true;
    try {
      while (isStale) {
        isStale = false;
        await run();
      }
    } finally {
      isRunning = false;
    }
  };
}
