/** Work that is done a step at a time, so that a caller may do other work in between. */
export type Steps<T> = Generator<void, T>;

/** @returns what the work yields in the end, without a pause */
export function finish<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
