/** The promise's value, or an error with this message after so many milliseconds. */
export async function within<T>(milliseconds: number, promise: Promise<T>, message: string): Promise<T> {
  const late = Symbol("late");
  const value = await withinOr(milliseconds, promise, late);
  if (value === late) throw new Error(message);
  return value as T;
}

/** The promise's value, or another one after so many milliseconds. */
export async function withinOr<T, O>(
  milliseconds: number,
  promise: Promise<T>,
  otherwise: O,
): Promise<T | O> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<O>((resolve) => {
    timer = setTimeout(resolve, milliseconds, otherwise);
    timer.unref();
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
