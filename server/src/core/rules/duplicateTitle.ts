import type { MeetingDocument } from "../document";
import type { Finding } from "../finding";

/** `duplicate-title`: two items of one list under the same title. */
export function duplicateTitle(document: MeetingDocument): readonly Finding[] {
  const first = new Map<string, { start: number; end: number }>();
  return document.items().flatMap(({ summary, start }): readonly Finding[] => {
    const title = summary.title.trim().toLowerCase();
    if (title === "") return [];
    const range = { start: start + summary.titleRange.start, end: start + summary.titleRange.end };
    const key = `${summary.kind} ${title}`;
    const earlier = first.get(key);
    if (!earlier) {
      first.set(key, range);
      return [];
    }
    const related = { range: earlier, message: "The first one is here." };
    return [{ code: "duplicate-title", range, message: "This title stands twice in the meeting.", related }];
  });
}
