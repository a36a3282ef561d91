/** Incremental work as a generator: the caller may pause between steps. */
export type Steps<T> = Generator<void, T>;

/** Runs all steps without a pause. @returns the result */
export function runToEnd<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
