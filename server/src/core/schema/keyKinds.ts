/** Keys with values of one kind, wherever they occur. */

/** True for the keys of Markdown, whose texts may have several lines. */
export function isMarkdownKey(name: string): boolean {
  return name === "notes" || name === "context";
}

/** True for the keys of a date. */
export function isDateKey(name: string): boolean {
  return name === "date" || name === "due" || name === "endDate";
}

/** True for the keys of a list of names. */
export function isPeopleKey(name: string): boolean {
  return name === "speakers" || name === "chairs";
}
