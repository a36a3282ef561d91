/** The line with the day of the next meeting: `Next meeting: 13 April 2027`, `Prochaine réunion : 13 avril`. */
import { dateInText } from "./dateInText";

const nextMeeting =
  /^(?:the |our |la |le |die |das |der |il |el )?(?:next (?:\p{L}+ )?(?:meetings?|calls?|sessions?|editions?|workshops?|dates?|one)|next|nächste[rs]? (?:sitzung|treffen|besprechung|termine?|meeting|runde|call)|prochaine?s? (?:réunions?|séances?|rencontres?|rendez-vous|dates?|meeting|call)|prossim[aoe] (?:riunion[ei]|incontro|meeting|call|appuntamento)|próxim[ao] (?:reunión|sesión|cita|encuentro|llamada))(?!\p{L})(?<mark>\s?:|\s[–—-](?=\s))?/iu;

/** True for a line with a date after the words for the next meeting; above the entries, only after a colon or a dash. */
export function isNextMeeting(text: string, hasEntries: boolean): boolean {
  const found = nextMeeting.exec(text);
  const isOpen = found?.groups?.mark === undefined;
  if (!found || (isOpen && (!hasEntries || /^next$/i.test(found[0])))) return false;
  return dateInText(text.slice(found[0].length), "2000-01-01") !== undefined;
}

/** `Next meeting`, `Next meeting:`, above a line with its day */
export function isNextMeetingHeading(text: string): boolean {
  const [found = ""] = nextMeeting.exec(text) ?? [];
  return found === text && /\s|:/.test(text);
}
