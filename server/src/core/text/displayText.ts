/**
 * Prepares untrusted text (of a file, a file name, a setting or a catalogue) for display, with one function
 * for each kind of
 * output. Each takes any string and returns one line without control characters unless its comment says
 * otherwise.
 */

/** Line ends of any kind, and tabs. */
const lineBreaksAndTabs = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;

/**
 * Characters with a side effect or no width: controls, lone surrogates, bidirectional overrides, zero-width
 * and non-characters.
 */
const activeCharacters =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200b\u202a-\u202e\u2060-\u2069\u206a-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]/gu;

/** UTF-16 units. VS Code truncates notifications at 1000. */
const maxNotificationLength = 400;
const maxLabelLength = 1000;
const maxLogLineLength = 4000;

/** One line: line ends and tabs as a space, other characters that act as U+FFFD, so that a reader sees them. */
export function singleLine(text: string): string {
  return text.replaceAll(lineBreaksAndTabs, " ").replaceAll(activeCharacters, "\ufffd");
}

/** Text of several lines: control characters but tabs and line feeds as U+FFFD. */
export function printableLines(text: string): string {
  return text.replaceAll(/(?![\t\n])[\p{Cc}\p{Cs}]/gu, "\ufffd");
}

/** The text, or its start with `…`, in at most `length` UTF-16 units; no character is cut in two. */
export function clip(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}

/** Text quoted in a finding's message or in the title of a fix. */
export function messageText(text: string, length = 60): string {
  // clip first, so that only the start of a very long text is processed
  return clip(singleLine(clip(text, 2 * length)), length);
}

/** A label in an editor: a diagnostic's message, a title of a code action, a symbol, a tab. */
export function labelText(text: string, length = maxLabelLength): string {
  return messageText(text, length);
}

/** A label where `$(name)` would be an icon: that of a symbol, of a completion, of a change. */
export function iconlessText(text: string, length = maxLabelLength): string {
  return labelText(text, length).replaceAll("$(", "$ (");
}

/** A message of a SARIF log, whose viewers make a live link of `[text](target)`; here it stays text. */
export function linklessText(text: string): string {
  return text.replaceAll("](", "] (");
}

/** A message that pops up. VS Code makes a live link of `[text](command:…)` there; here it stays text. */
export function notificationText(text: string): string {
  return linklessText(messageText(text, maxNotificationLength));
}

/** A message in the status bar, where `$(name)` is an icon. */
export function statusText(text: string): string {
  return notificationText(text).replaceAll("$(", "$ (");
}

/** A line of a log. */
export function logText(text: string): string {
  return messageText(text, maxLogLineLength);
}

/** Text within a line on a terminal: tabs stay, and each character keeps its place. */
export function visibleText(text: string): string {
  return text
    .split("\t")
    .map((part) =>
      part.replaceAll(/[\n\v\f\r\u0085\u2028\u2029]/g, " ").replaceAll(activeCharacters, "\ufffd"),
    )
    .join("\t");
}

/**
 * A line on a terminal or in the log of a CI job, or its start; tabs stay. Such a job takes `::error::` at the start of
 * a line, and `##[error]` and `##vso[…]` anywhere in it, as commands. The latter keep their width, with `(` as bracket.
 */
export function terminalText(text: string): string {
  return visibleText(text)
    .replaceAll(/##(\w*)\[/g, "##$1(")
    .replace(/^(\s*):(?=:)/, "$1: ");
}

/** Lines of a report for a terminal, each of which may quote text; they end in line feeds. */
export function terminalLines(text: string): string {
  return text.split("\n").map(terminalText).join("\n");
}

/** A file's path at the start of a line: `::error::.yaml` as `./::error::.yaml`, which is the same file. */
export function terminalPath(path: string): string {
  return /^\s*::/.test(path) ? `./${terminalText(`./${path}`).slice(2)}` : terminalText(path);
}

/**
 * A JSON document, which may reach a terminal or the log of a CI job: the same value, with the characters that act, and
 * the commands of such a job, as escapes. It ends in a line feed.
 */
export function jsonText(value: unknown): string {
  const escaped = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
  const json = JSON.stringify(value, null, 2).replaceAll(activeCharacters, (char) =>
    char === "\n" ? char : escaped(char),
  );
  return `${json.replaceAll(/##(?=\w*\[)/g, "#\\u0023")}\n`;
}

/**
 * Text within Markdown that an editor shows: nothing in it is a picture, a link, a tag or the start of a block, an
 * address neither.
 */
export function markdownText(text: string): string {
  return singleLine(text)
    .replaceAll(/\s+/g, " ")
    .trim()
    .replaceAll(/[\\`*_{}[\]()|<>~&$]/g, (char) =>
      char === "<" ? "&lt;" : char === "&" ? "&amp;" : `\\${char}`,
    )
    .replaceAll(/:(?=\/\/)|\/(?=\/)|(?<=\/)\/|(?<=www)\.|@|(?<=\b(?:mailto|xmpp)):/gi, "\\$&")
    .replace(/^[#+=-]/, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2");
}

/** Text as code within Markdown, whatever backticks it has. */
export function markdownCode(text: string): string {
  const line = singleLine(text);
  const maxRunLength = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(maxRunLength + 1);
  const padding = /^`|`$/.test(line) ? " " : "";
  return line.trim() === "" ? "" : fence + padding + line + padding + fence;
}
