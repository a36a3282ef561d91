/** The lines of a text above its entries: title, date, place, zone. */
import { ianaNameOf } from "../../time/timeZone";
import { readTimeZones } from "../../time/zoneNames";
import type { AgendaLine } from "./agendaLines";
import { dateInText, type TextDate } from "./dateInText";

const agendaWord =
  /(?<!\p{L})(?:agenda|programme?|program|timetable|schedule|ordre du jour|tagesordnung|ordine del giorno|odg|orden del día|zeitplan|programma|programa|ablauf|emploi du temps)(?!\p{L})/iu;

/** Words around the word for the agenda that make no title: `Draft agenda for Thursday`. */
const fillers =
  /(?<!\p{L})(?:agenda|programme?|program|timetable|schedule|ordre du jour|tagesordnung|ordine del giorno|odg|orden del día|zeitplan|programma|programa|ablauf|emploi du temps|draft|proposed|preliminary|provisional|provisoire|vorläufige?|the|for|of|du|de la|des|de|le|la|della|del|di|für|am|der|die|das|vom|proposta|items?|topics|our|next|meeting|call|today|tomorrow|here is|is|below|following|monday|tuesday|wednesday|thursday|friday|day \d+|topics)(?!\p{L})/giu;

/** Maximum UTF-16 units of a line that only introduces the agenda. */
const maxLabel = 60;

/** True for a line that introduces an agenda. */
export function isAgendaLabel(text: string): boolean {
  return agendaWord.test(text) && (text.length <= maxLabel || text.endsWith(":")) && !/[a-z]\.$/.test(text);
}

/** True if a line with the word for the agenda has no other words. */
export function isBareLabel(text: string): boolean {
  return agendaWord.test(text) && !/\p{L}{2}|\d/u.test(text.replaceAll(fillers, ""));
}

export interface HeadDate extends TextDate {
  /** the words of the line that are neither date nor time nor zone nor label */
  readonly rest: string;
}

/** The date of a line, with what else is in it. */
export function headDate(text: string, today: string | undefined): HeadDate | undefined {
  const date = dateInText(text, today);
  if (!date) return undefined;
  const rest = `${date.before} ${date.after}`;
  return { ...date, rest: rest.replace(timesPattern, " ").replaceAll(/\s+/g, " ").trim() };
}

const clock = "\\d{1,2}(?:[:.h]\\d{2}|h)?(?:\\s?[ap]\\.?m\\b\\.?)?";
const timesPattern = new RegExp(
  `(?:,\\s?|\\bat\\s|\\bum\\s|\\bore\\s|\\bà\\s|\\bfrom\\s)?(?<![\\d/-])(?:${clock}\\s?(?:-|–|—|→|to|bis|à)\\s?)?\\d{1,2}(?:[:h]\\d{2}|\\.\\d{2}(?=\\s?uhr)|\\s?[ap]\\.?m\\b\\.?|\\s?(?:h|uhr|heures?)(?:\\s?[0-5]\\d)?(?!\\p{L}))(?:\\s?[ap]\\.?m\\b\\.?)?(?![\\d/-])(?:\\s?uhr)?|(?<!\\p{L})(?:alle(?:\\sore)?|ore|um)\\s\\d{1,2}(?![\\d:.])`,
  "giu",
);

const zonePattern =
  /(?<![\p{L}\d/])(?:[A-Z][A-Za-z]+\/[A-Z][A-Za-z_]+(?:\/[A-Z][A-Za-z_]+)?|US[ /](?:Central|Eastern|Pacific|Mountain)|(?:CEST|CET|UTC|GMT|BST|EST|EDT|CST|CDT|PST|PDT|JST|MESZ|MEZ)(?:\s?[+-]\s?\d{1,2})?|(?:Geneva|CERN|Paris|Zurich|Chicago|Fermilab|UK|Rome|Berlin|Central European(?: Summer)?|Eastern|Pacific|Genfer?)(?= (?:local )?(?:time|Zeit)))(?![\p{L}\d/])/u;

/** IANA name of the zone that a line names beside a time. */
export function zoneIn(text: string, date: string | undefined): string | undefined {
  const written = zonePattern.exec(text)?.[0];
  const zone = written === undefined ? undefined : readTimeZones(written.replace(/^US\//, "US "), date)[0];
  return zone === undefined ? undefined : (ianaNameOf(zone) ?? zone);
}

export function withoutZone(text: string): string {
  return text.replace(zonePattern, "");
}

/** `CET`, `(Geneva time)` */
export function isZoneAlone(text: string): boolean {
  if (text.length > 40 || !zonePattern.test(text)) return false;
  return !/[\p{L}\d]/u.test(withoutZone(text).replaceAll(/local|time|zeit/gi, ""));
}

const greeting =
  /^(?:dear|hi|hello|hallo|hey|bonjour|salut|chers?|chères?|liebe|sehr|guten|ciao|cari|care|gentili|salve|buongiorno|estimad|hola|all|everyone|folks|good (?:morning|afternoon))\b/i;
const closing =
  /^(?:(?:many )?thanks|thank you|cheers|(?:best|kind|warm|with (?:best|kind))\s?(?:regards|wishes)?|regards|best|ciao|bye|see you|yours|sincerely|viele grüße|viele gruesse|vg|lg|gruß|grüße|beste grüße|mit freundlichen|freundliche|schöne grüße|(?:bien )?cordialement|bien à vous|amicalement|merci|à bientôt|bonne journée|saluti|cordiali saluti|grazie|a presto|un saludo|saludos|gracias)(?:[\s,.!]|$)/i;

/** The rule above the footer of a mailing list, and what mail programs and lists add. */
const footer =
  /^(?:_{6,}|#{20,}|={20,}|to unsubscribe\b|unsubscribe\b|you (?:are receiving|received|are subscribed)|(?:this|cette|diese).{1,40}mailing list|sent from my\b|envoyé de (?:mon|ma)\b|von meinem\b.{1,30}gesendet|inviato da\b|get outlook\b|um sich .{0,40}abzumelden|pour se désabonner|[\w.+-]{2,40} mailing list$)/i;

export function isGreeting(text: string): boolean {
  return text.length <= 60 && greeting.test(text) && !/\d/.test(text);
}

/** `Cheers,` and the like, and the mark above a signature. */
export function isClosing({ text, bullet, time }: AgendaLine): boolean {
  if (text === "--" || text === "—") return true;
  if (bullet === undefined && time === undefined && footer.test(text)) return true;
  return (
    bullet === undefined &&
    time === undefined &&
    text.length <= 40 &&
    closing.test(text) &&
    !/[:(\d]/.test(text)
  );
}

/** A sentence, not a title. */
export function isProse(text: string): boolean {
  const words = text.split(/\s+/).length;
  return (/[.!?,;]$/.test(text) && words > 3) || words > 18 || /,$/.test(text) || sentenceStart.test(text);
}

/** The first words of a mail above an agenda: `here is the agenda of our meeting on …` */
const sentenceStart =
  /^(?:(?:and |so )?here(?:'s| is| are| comes)|please|(?:please )?find|this is|these are|below (?:is|are)|we (?:will|meet|are)|our (?:next )?meeting (?:is|will)|the (?:next )?(?:meeting|agenda) (?:is|will)|hier (?:ist|sind|kommt)|anbei|voici|ci-dessous|ci-joint|ecco|di seguito)\b/i;

const roomPattern =
  /\b\d{1,4}[/-][\dRS]\w{0,2}-\d{2,4}\b|(?<!\p{L})(?:room|salle|raum|sala|aula|auditorium|amphi\w*|hörsaal|building|bâtiment|bldg|zoom|vidyo|online)(?!\p{L})/iu;

/** True for words that name a room, a city or an institute. */
export function isPlaceText(text: string): boolean {
  if (text.length > 100 || /https?:/.test(text)) return false;
  return (
    roomPattern.test(text) ||
    /\b(?:university|universität|université|lab|laboratory|institute|campus)\b/i.test(text) ||
    isTownOrLab(text)
  );
}

const roomAlone =
  /\d{1,4}[/-][\dRS]\w{0,2}-\w?\d{2,4}\b|^(?:room|salle|raum|sala|aula|auditorium|amphi\p{L}{0,9}|hörsaal|building|bâtiment|bldg)(?!\p{L})|(?<!\p{L})(?:room|auditorium|hörsaal)$/iu;
const onlineWord =
  /^(?:(?:and|or|via|on|und|oder|et|ou|also) )?(?:zoom|vidyo|online|remote|webex|teams|meet|video\p{L}{0,10}|visio|connect\p{L}{0,3}|join|link|url)(?!\p{L})/iu;

/** The room beside the address of a video conference, `Room 40-S2-B01, Zoom https://…`, without the words for the conference. */
export function placeBesideAddress(text: string): string | undefined {
  if (text.length > maxPlaceLine) return undefined;
  const words = text.replaceAll(/[<([]?https?:\/\/[^\s|<>()[\]]+/g, "|");
  if (isAddressed(words)) return undefined;
  const parts = words
    .replaceAll(/[([]?(?<!\p{L})(zoom|online|vidyo|remote|webex)(?!\p{L})/giu, "|$1")
    .split(/\||,\s|;\s|\s[/–—-]\s|\s(?:and|und|et|e|y|or|oder|ou|&|\+)(?=[\s|])/)
    .map(withoutMarks)
    .filter((part) => /[\p{L}\d]/u.test(part));
  const others = parts.filter((part) => !onlineWord.test(part) && !isLinkRest(part));
  const isPlace = others.length < parts.length ? isRoomOrTown : isRoom;
  return others.length > 0 && others.every((part) => part.length <= 80) && others.some(isPlace)
    ? others.join(", ")
    : undefined;
}

const maxPlaceLine = 300;

function isRoom(part: string): boolean {
  return roomAlone.test(part);
}

function isRoomOrTown(part: string): boolean {
  return isRoom(part) || isTownOrLab(part);
}

/** Words before an address or around the word for the conference. */
function isLinkRest(part: string): boolean {
  return /^(?:and|or|via|on|at|by|also|und|et|with|in person|hybrid|here)$/i.test(part);
}

/** Without marks at both ends; a bracket stays if it has its other half. */
function withoutMarks(part: string): string {
  let [start, end] = [0, part.length];
  while (start < end && /[\s,;:|>–—-]/.test(part.charAt(start))) start++;
  while (end > start && /[\s,;:|<>(–—[\]-]/.test(part.charAt(end - 1))) end--;
  const inner = part.slice(start, end);
  return inner.endsWith(")") && !inner.includes("(") ? inner.slice(0, -1).trimEnd() : inner;
}

const dayWord =
  /(?<!\p{L})(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow|lundi|mardi|mercredi|jeudi|vendredi|montag|dienstag|mittwoch|donnerstag|freitag|heute|morgen|demain|lunedì|martedì|mercoledì|giovedì|venerdì|oggi|domani|lunes|martes|miércoles|jueves|viernes|hoy|mañana)(?!\p{L})/iu;
const addressWord =
  /(?<!\p{L})(?:we|we'll|I|I'd|I'll|you|your|us|me|please|wir|uns|ich|bitte|nous|je|vous|merci de|vorrei|vi|ci|nos|vamos)(?!\p{L})/iu;
const meetingWord =
  /(?<!\p{L})(?:meeting|agenda|topics|items|treffen|sitzung|réunion|riunione|reunión|will|is|are|takes|ist|findet|aura|est|sarà)(?!\p{L})/giu;

/** True for a line with a request or a sentence in the first person, which is no title: `Could we add`, `On Tuesday we will discuss:`. */
export function isAddressed(text: string): boolean {
  return addressWord.test(text) && !/[([]/.test(text);
}

/** True for a line that says only when the meeting is: `Next Tuesday,`, `On Tuesday 6/10 we will discuss:`. */
export function isDayIntroduction(text: string, today: string | undefined): boolean {
  const date = headDate(text, today);
  if (!date && !dayWord.test(text)) return false;
  const rest = date ? date.rest : text;
  return (
    isDayRest(rest) ||
    isDayRest(rest.replaceAll(meetingWord, "")) ||
    (isAddressed(text) && /[:,]$/.test(text))
  );
}

const farewell =
  /(?<!\p{L})(?:please|let me know|let us know|see you|talk to you|I can|I could|I will|I'll|I would|looking forward|thanks|thank you|feel free|comments (?:are )?welcome|bitte|bis (?:dann|bald|morgen)|ich (?:kann|werde)|merci|n'hésitez|à (?:bientôt|demain|mardi)|je (?:peux|serai)|grazie|a presto|fatemi sapere|posso|gracias|avisadme|puedo)(?!\p{L})/iu;

/** True for a sentence at the end of a mail: `I can also talk at 15:10.`, `Please send me your slides.` */
export function isFarewell(text: string): boolean {
  return farewell.test(text);
}

function isTownOrLab(text: string): boolean {
  return text
    .split(/[,(]/)
    .some((part) => readTimeZones(part.trim().replace(/\)$/, ""), undefined).length > 0);
}

/** Words in the line of a day that say no more than the date does. */
export function isDayRest(rest: string): boolean {
  const plain = rest
    .replaceAll(
      /(?<!\p{L})(?:(?:mon|tues?|wed(?:nes)?|thurs?|fri|satur|sun)(?:day)?|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|montag|dienstag|mittwoch|donnerstag|freitag|samstag|lunedì|martedì|mercoledì|giovedì|venerdì|lunes|martes|miércoles|jueves|viernes|day|tag|jour|giorno|día|morning|afternoon|am|pm|matin|après-midi|vormittag|nachmittag|mattina|pomeriggio|next|this|coming|on|the|nächste[nrs]?|kommende[nr]?|am|den|prochaine?|ce|le|prossimo|il|el|próximo|este)(?!\p{L})/giu,
      "",
    )
    .replaceAll(/\b\d{1,2}\b/g, "");
  return !/[\p{L}\d]/u.test(plain);
}
