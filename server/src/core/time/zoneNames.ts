/**
 * Time zones as people name them: abbreviations, cities and laboratories, offsets from UTC. The zone of a place is that
 * of its country or region in the time zone database, https://www.iana.org/time-zones (file `zone1970.tab`).
 */
import { plainLetters, typedText } from "../text/typedText";
import { clockOf, isTimeZone, timeZones } from "./timeZone";

const zonesByName: Readonly<Record<string, string>> = {
  "Europe/Zurich":
    "cet|cest|met|mest|mez|mesz|cern|geneva|geneve|genf|zurich|zuerich|bern|lausanne|basel|switzerland|central europe|central european",
  "Europe/London":
    "bst|british|london|oxford|cambridge|manchester|edinburgh|glasgow|liverpool|lancaster|birmingham|bristol|ral|didcot|uk|england|united kingdom",
  "Europe/Paris":
    "paris|lyon|villeurbanne|cc-in2p3|ccin2p3|in2p3|annecy|grenoble|marseille|strasbourg|orsay|nantes|france|french",
  "Europe/Berlin":
    "berlin|hamburg|desy|zeuthen|karlsruhe|kit|gridka|munich|munchen|muenchen|bonn|darmstadt|gsi|freiburg|gottingen|goettingen|wuppertal|mainz|germany|german",
  "Europe/Rome":
    "rome|roma|bologna|cnaf|infn|padova|padua|pisa|turin|torino|milan|milano|bari|naples|napoli|catania|trieste|frascati|genoa|genova|italy",
  "Europe/Madrid": "madrid|barcelona|pic|ciemat|valencia|santander|santiago de compostela|spain",
  "Europe/Lisbon": "lisbon|lisboa|coimbra|portugal|wet|west",
  "Europe/Amsterdam": "amsterdam|nikhef|utrecht|netherlands",
  "Europe/Brussels": "brussels|bruxelles|louvain|belgium",
  "Europe/Vienna": "vienna|wien|innsbruck|austria",
  "Europe/Prague": "prague|praha|czech republic",
  "Europe/Warsaw": "warsaw|krakow|cracow|poznan|poland",
  "Europe/Budapest": "budapest|wigner|hungary",
  "Europe/Ljubljana": "ljubljana|slovenia",
  "Europe/Copenhagen": "copenhagen|denmark",
  "Europe/Oslo": "oslo|bergen|norway",
  "Europe/Stockholm": "stockholm|lund|uppsala|linkoping|sweden",
  "Europe/Helsinki": "helsinki|espoo|finland|eet|eest",
  "Europe/Athens": "athens|greece",
  "Europe/Bucharest": "bucharest|romania",
  "Europe/Sofia": "sofia|bulgaria",
  "Europe/Dublin": "dublin|ireland",
  "Europe/Istanbul": "istanbul|ankara|turkey",
  "Europe/Kyiv": "kyiv|kiev|ukraine",
  "Europe/Moscow": "moscow|dubna|jinr|protvino|msk",
  "Asia/Jerusalem": "jerusalem|tel aviv|rehovot|weizmann|israel",
  "Asia/Kolkata": "mumbai|kolkata|tifr|bangalore|india",
  "Asia/Shanghai": "beijing|shanghai|ihep|china",
  "Asia/Hong_Kong": "hong kong",
  "Asia/Taipei": "taipei|asgc|taiwan",
  "Asia/Tokyo": "tokyo|kek|tsukuba|icepp|osaka|kyoto|japan|jst",
  "Asia/Seoul": "seoul|daejeon|kisti|korea|kst",
  "Asia/Singapore": "singapore|sgt",
  "Australia/Melbourne": "melbourne",
  "Australia/Sydney": "sydney|aest|aedt|aet",
  "America/New_York":
    "est|edt|et|us eastern|eastern|new york|bnl|upton|brookhaven|boston|mit|princeton|washington|jlab|newport news|ann arbor|pittsburgh",
  "America/Chicago":
    "cdt|us central|central|chicago|batavia|fermilab|fnal|argonne|anl|madison|urbana|nebraska|lincoln|notre dame|austin",
  "America/Denver": "mst|mdt|mt|us mountain|mountain|denver|boulder|albuquerque|los alamos",
  "America/Los_Angeles":
    "pst|pdt|pt|us pacific|pacific|los angeles|san francisco|san diego|berkeley|lbnl|lbl|nersc|slac|stanford|menlo park|caltech|seattle",
  "America/Vancouver": "vancouver|triumf|victoria",
  "America/Toronto": "toronto|montreal|ottawa|mcgill",
  "America/Sao_Paulo": "sao paulo|rio de janeiro|brazil",
  "America/Bogota": "bogota|colombia",
  "America/Santiago": "santiago|chile",
  "America/Argentina/Buenos_Aires": "buenos aires|argentina",
  "Africa/Johannesburg": "johannesburg|cape town|south africa|sast",
  UTC: "utc|gmt|z|zulu|ut|universal time|greenwich",
};

/** Names with two readings. */
const ambiguousNames: Readonly<Record<string, readonly string[]>> = {
  cst: ["America/Chicago", "Asia/Shanghai"],
  ist: ["Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"],
  ct: ["America/Chicago"],
};

/** Zones that are proposed for an offset, the first with this offset on the day of the meeting. */
const zonesForOffsets = [
  "Europe/Zurich",
  "Europe/London",
  "America/Chicago",
  "America/New_York",
  "America/Los_Angeles",
  "America/Denver",
  "Asia/Tokyo",
  "Asia/Taipei",
  "Asia/Kolkata",
  "Australia/Melbourne",
] as const;

/**
 * @param date ISO 8601, the day of the meeting, which decides about an offset such as `UTC+1`
 * @returns IANA names, the most likely first; empty for an unknown name
 */
export function readTimeZones(text: string, date: string | undefined): readonly string[] {
  const typed = typedText(text);
  const [, cities] = /^\((?:UTC|GMT)[^()]*\) ?(\S.*)$/.exec(typed) ?? [];
  if (cities !== undefined) return readTimeZones(cities.split(",")[0] ?? "", date);
  const [, withoutRemark = typed] = /^(.*\S) ?\([^()]*\)$/.exec(typed) ?? [];
  const name = plainLetters(withoutRemark).replaceAll(/[\s_]+/g, " ");
  const offset = offsetOf(name);
  if (offset !== undefined) return zonesAt(offset, date);
  const place = name.replace(/ (?:standard |summer |daylight |local )?time(?: ?zone)?$/, "");
  const parts = [name, place, ...place.split(/ ?[/,] ?/).toReversed()];
  const iana = ianaNamesOf(name);
  if (iana.length > 0) return iana;
  for (const part of parts) {
    const zones = zonesOf(part);
    if (zones.length > 0) return zones;
  }
  return [];
}

/** All names of places above and the cities of the time zone database, in lower case without accents. */
export function placeNames(): ReadonlySet<string> {
  const names = Object.values(zonesByName).flatMap((group) => group.split("|"));
  return new Set([...names, ...timeZones().map((zone) => plainZone(zone.split("/").at(-1) ?? ""))]);
}

function zonesOf(name: string): readonly string[] {
  if (Object.hasOwn(ambiguousNames, name)) return ambiguousNames[name] ?? [];
  const known = Object.entries(zonesByName).find(([, names]) => names.split("|").includes(name));
  if (known) return [known[0]];
  return name.length < 4
    ? []
    : timeZones().filter((zone) => plainZone(zone.split("/").at(-1) ?? "") === name);
}

/** `europe/zurich`, `Europe / Zürich`, `Zurich/Europe` */
function ianaNamesOf(name: string): readonly string[] {
  const [first = "", second, ...others] = name.split(/ ?\/ ?/);
  if (second === undefined) return [];
  const written = [first, second, ...others].join("/");
  const turned = others.length === 0 ? `${second}/${first}` : written;
  return timeZones().filter((zone) => [written, turned].includes(plainZone(zone)) && isTimeZone(zone));
}

function plainZone(zone: string): string {
  return plainLetters(zone).replaceAll("_", " ");
}

/** @returns minutes of `utc+1`, `gmt-05:00` and `+01:00` */
function offsetOf(name: string): number | undefined {
  const [, sign, hours = "", minutes = "0"] =
    /^(?:utc|gmt|z)? ?([+-]) ?(\d{1,2})(?::?([03]0|45))?(?: ?h(?:ours?)?)?$/.exec(name) ?? [];
  const offset = Number(hours) * 60 + Number(minutes);
  if (sign === undefined || offset > 14 * 60) return undefined;
  return sign === "-" ? -offset : offset;
}

function zonesAt(offset: number, date: string | undefined): readonly string[] {
  const fixed = fixedZoneOf(offset);
  const near = date === undefined ? [] : zonesForOffsets.filter((zone) => offsetAt(zone, date) === offset);
  return [...near.slice(0, 1), ...fixed];
}

/** The sign of these names is reversed: `Etc/GMT-1` is UTC+1. */
function fixedZoneOf(offset: number): readonly string[] {
  if (offset === 0) return ["UTC"];
  const hours = offset / 60;
  return Number.isInteger(hours) ? [`Etc/GMT${hours > 0 ? "-" : "+"}${Math.abs(hours)}`] : [];
}

/** Minutes from UTC at noon. */
function offsetAt(zone: string, date: string): number | undefined {
  const instant = clockOf(zone)?.instantOf(date, 12 * 60);
  return instant && (Date.parse(`${date}T12:00:00Z`) - instant.getTime()) / 60_000;
}
