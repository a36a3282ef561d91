/** The number of an event, which exports write as a text or as a number. */
export function displayedId(value: unknown): string | undefined {
  const id = typeof value === "number" || typeof value === "string" ? String(value) : "";
  return /^[\w-]{1,40}$/.test(id) ? id : undefined;
}
