import type { MeetingDocument } from "../document";
import type { Finding } from "../finding";
import type { Range } from "../range";

/** `schedule-overlap`: a contribution starts before the one ahead of it is over. */
export function scheduleOverlap(document: MeetingDocument): readonly Finding[] {
  const timed = document
    .items()
    .flatMap(({ summary, start }) => {
      if (summary.kind !== "contributions" || !summary.start) return [];
      const range: Range = { start: start + summary.start.range.start, end: start + summary.start.range.end };
      return [
        {
          from: summary.start.minute,
          to: summary.start.minute + (summary.duration ?? 0),
          title: summary.title,
          range,
        },
      ];
    })
    .sort((a, b) => a.from - b.from || a.range.start - b.range.start);
  let longest = timed[0];
  return timed.slice(1).flatMap((next): readonly Finding[] => {
    const previous = longest;
    if (!previous || next.to > previous.to) longest = next;
    if (!previous || next.from >= previous.to) return [];
    const message = `It starts at ${clock(next.from)}, but “${previous.title}” runs until ${clock(previous.to)}.`;
    return [
      {
        code: "schedule-overlap",
        range: next.range,
        message,
        related: { range: previous.range, message: `It starts at ${clock(previous.from)}.` },
      },
    ];
  });
}

/** Minutes after midnight as `HH:MM`. */
function clock(minutes: number): string {
  const whole = Math.round(minutes);
  return `${String(Math.floor(whole / 60)).padStart(2, "0")}:${String(whole % 60).padStart(2, "0")}`;
}
