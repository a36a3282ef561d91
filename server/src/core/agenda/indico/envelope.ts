/** The outside of Indico's exports: `{count, results, url, _type: "HTTPAPIResult"}`. */
import { valueIn } from "../../document/plainValues";
import { messageText } from "../../text/displayText";
import { lineIn } from "../lineIn";

/** What an export has. */
export type Envelope =
  | { readonly kind: "event"; readonly event: unknown; readonly base?: string }
  | {
      readonly kind: "timetable";
      readonly id: string;
      /** by date, `20260310` */
      readonly days: unknown;
      readonly base?: string;
    }
  | { readonly kind: "problem"; readonly problem: string };

const notReadable =
  "Indico returned no event. It does not exist, or it is not public: then a token with the right to read it is needed.";

/** @param json a parsed export, or the event in it */
export function envelopeOf(json: unknown): Envelope {
  const results = valueIn(json, "results");
  const address = lineIn(json, "url");
  const base = address !== undefined && URL.canParse(address) ? { base: address } : {};
  if (results === undefined) return bareEvent(json);
  if (isMap(results)) return timetableIn(results, base);
  return oneEvent(eventsIn(results), base);
}

function isMap(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An event without the outside, alone or in a list; else what Indico answers instead of an export. */
function bareEvent(json: unknown): Envelope {
  if (Array.isArray(json)) return oneEvent(eventsIn(json), {});
  if (isEvent(json)) return { kind: "event", event: json };
  const error = valueIn(json, "error");
  const message = lineIn(json, "message") ?? lineIn(json, "error_description") ?? lineIn(error, "message");
  return message === undefined
    ? problem("This JSON is not an export of an Indico event or timetable.")
    : problem(`Indico answered: ${messageText(message, 200)}`);
}

function problem(sentence: string): Envelope {
  return { kind: "problem", problem: sentence };
}

/** The events of a list, also of lists in it. */
function eventsIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.flat(maxNesting).filter((entry) => entry != null) : [value];
}

/** Levels of lists of events. */
const maxNesting = 3;

function oneEvent(events: readonly unknown[], base: { readonly base?: string }): Envelope {
  const [event] = events;
  if (event === undefined) return problem(notReadable);
  if (events.length > 1) return problem(`The export has ${events.length} events; export one of them.`);
  return isEvent(event)
    ? { kind: "event", event, ...base }
    : problem("The export has no event that can be read.");
}

function isEvent(value: unknown): boolean {
  const keys = ["contributions", "sessions", "startDate"];
  return lineIn(value, "title") !== undefined && keys.some((key) => valueIn(value, key) !== undefined);
}

function timetableIn(results: unknown, base: { readonly base?: string }): Envelope {
  const ids = Object.keys(results as object);
  const [id] = ids;
  if (id === undefined) return problem(notReadable);
  if (ids.length > 1)
    return problem(`The export has the timetables of ${ids.length} events; export one of them.`);
  const days = valueIn(results, id);
  return isMap(days)
    ? { kind: "timetable", id, days, ...base }
    : problem("The export has no timetable that can be read.");
}
