/** The server that the recorded answers name. */
const host = "indico.example.org";

/** When everything was recorded. */
const moment = "2026-11-30T08:00:00";

/** Texts that are different each time: the key is what to look for, the value what takes its place. */
const changing = /** @type {const} */ ([
  [/"ts": ?\d+/g, '"ts": 1796025600'],
  [/"((?:created|modified)_dt)": ?"(?!2026-01-05)[^"]*"/g, `"$1": "${moment}+00:00"`],
  [/^(DTSTAMP|LAST-MODIFIED):\d{8}T\d{6}Z/gm, "$1:20261130T080000Z"],
  [/(csrf[-_]token"?(?: content=| value=|: ?)")[^"]*/gi, "$1csrf"],
  [/indp_\w{42}/g, "indp_token"],
  // how long a page took
  [/\b\d+\.\d{6}s/g, "0.001000s"],
  [/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g, "00000000-0000-4000-8000-000000000000"],
]);

/**
 * @param {string} text
 * @param {string} baseUrl of the server that sent it
 * @returns {string} the same in each run
 */
export function cleaned(text, baseUrl) {
  if (text.startsWith("BEGIN:VCALENDAR")) return folded(named(text.replace(/\r\n[ \t]/g, ""), baseUrl));
  return named(text, baseUrl);
}

/**
 * @param {string} text
 * @param {string} baseUrl
 */
function named(text, baseUrl) {
  const { host: address, hostname } = new URL(baseUrl);
  const renamed = text
    .replaceAll(baseUrl, `https://${host}`)
    .replaceAll(baseUrl.replaceAll("/", "\\/"), `https:\\/\\/${host}`)
    .replaceAll(encodeURIComponent(baseUrl), encodeURIComponent(`https://${host}`))
    .replaceAll(address, host)
    .replaceAll(hostname, host);
  return changing.reduce((soFar, [pattern, fixed]) => soFar.replace(pattern, fixed), renamed);
}

/**
 * The lines of a calendar have at most 75 bytes.
 * @param {string} calendar
 */
function folded(calendar) {
  return calendar.split("\r\n").map(foldedLine).join("\r\n");
}

/** @param {string} line */
function foldedLine(line) {
  const lines = [""];
  for (const character of line) {
    const length = Buffer.byteLength(`${lines.at(-1)}${character}`);
    if (length > 75) lines.push(" ");
    lines.push(`${lines.pop()}${character}`);
  }
  return lines.join("\r\n");
}
