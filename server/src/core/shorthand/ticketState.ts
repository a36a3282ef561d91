import type { Zone } from "./labelZone";

/** Distinguishes the state of a ticket or of an incident, `Resolved: GGUS 145012 slow transfers`, from a decision of the meeting. */
export function isTicketState(text: string, { id = "", condition = "" }: Zone): boolean {
  if (/^\d{4,}$/.test(id) || reference.test(condition)) return true;
  const plain = text
    .replace(/ \([^()]*\)$/, "")
    .replace(/^[\s:*_[(]+/, "")
    .trim();
  if (/\b(?:will|shall|should|must|may|to be|be)\s\p{Ll}/u.test(plain)) return false;
  return (
    reference.test(plain) ||
    /^[^.;,]{0,30}\b(?:in|by|at) (?:the )?(?:tracker|site)\b/i.test(plain) ||
    isFault(plain)
  );
}

/** A number of a ticket, or the word for one, at the start: `GGUS:145012`, `INC2201933`, `DOMA-112`, `3 tickets` */
const reference =
  /^(?:(?:the|one|two|three|four|five|all|most|both|several|\d{1,3})\s)?(?:(?:open|old|remaining|other)\s)?(?:(?:GGUS|SNOW|RT|JIRA|OTG)\b|#\d|\d{4,}\b|[A-Z]{2,10}-?\d{2,}\b|https?:|(?:alarm\s|team\s)?(?:tickets?|issues?|incidents?|alarms?|bugs?|problems?|outages?)\b)/i;

/** What goes wrong, within the first words: `power cut at PIC`, `ATLAS transfer errors` */
function isFault(text: string): boolean {
  const start = text.split(/[.;,:\u2013(]/, 1)[0] ?? "";
  return (
    !/^(?:to|that|the (?:board|group|meeting)|we)\s/i.test(start) &&
    /^(?:\S+\s){0,5}?(?:errors?|failures?|failing|outages?|overload(?:ed)?|crash(?:es|ed)?|problems?|incidents?|timeouts?|cut|expired|unreachable|downtime)\b(?! (?:handling|report|tracker|polic|message|manage))/i.test(
      start,
    )
  );
}
