/**
 * Prepares untrusted text (of a file, a file name, a setting or a catalogue) for display, with one function
 * for each kind of output. Each takes any string and returns one line without control characters, unless its comment
 * states otherwise.
 */

import { activeCharacters, controlsInLines, lineBreaks, lineBreaksAndTabs } from "./characters";

/** UTF-16 units. VS Code truncates notifications at 1000. */
const maxNotificationLength = 400;
const maxLabelLength = 1000;
const maxLogLineLength = 4000;

/** One line: line ends and tabs become a space, other active characters the visible U+FFFD. */
export function singleLine(text: string): string {
  return text.replaceAll(lineBreaksAndTabs, " ").replaceAll(activeCharacters, "\ufffd");
}

/** Text of several lines: control characters except tabs and line feeds become U+FFFD. */
export function printableLines(text: string): string {
  return text.replaceAll(controlsInLines, "\ufffd");
}

/** The text, or its start with `…`, in at most `length` UTF-16 units; no character is split. */
export function clip(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}

/** Maximum UTF-16 units of a text that is repeated, such as the title of an item beside each of its actions. */
const maxRepeatedLength = 80;

/** The text, or its first words with `…`, for places that repeat it; the length of all of them is in proportion to the file. */
export function repeatedText(text: string, length = maxRepeatedLength): string {
  const start = clip(text, length);
  if (start === text) return text;
  const words = `${start.slice(0, Math.max(start.lastIndexOf(" "), 0)).trimEnd()}…`;
  return words.length > length / 2 ? words : start;
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

/** The title of a code action, which menus show as plain text: `code` is without its backticks, but not within “…”. */
export function actionTitle(text: string): string {
  return labelText(text).replaceAll(/“[^“”]*”|`(`|[^`]*)`/g, (span, code?: string) => code ?? span);
}

/** A label in which `$(name)` would be an icon: the label of a symbol, a completion or a change. */
export function iconlessText(text: string, length = maxLabelLength): string {
  return labelText(text, length).replaceAll("$(", "$ (");
}

/** A message of a SARIF log, whose viewers show `[text](target)` as a link; here it remains text. */
export function linklessText(text: string): string {
  return text.replaceAll("](", "] (");
}

/** A notification. VS Code shows `[text](command:…)` in it as a link; here it remains text. */
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

/** Text within a line on a terminal: tabs remain, and each character keeps its column. */
export function visibleText(text: string): string {
  return text
    .split("\t")
    .map((part) => part.replaceAll(lineBreaks, " ").replaceAll(activeCharacters, "\ufffd"))
    .join("\t");
}

/**
 * A line on a terminal or in the log of a CI job, or its start; tabs remain. CI systems read `::error::` at the start
 * of a line, and `##[error]` and `##vso[…]` anywhere in it, as commands. The latter keep their width, with `(` as bracket.
 */
export function terminalText(text: string): string {
  return visibleText(text)
    .replaceAll(/##(\w*)\[/g, "##$1(")
    .replace(/^(\s*):(?=:)/, "$1: ");
}

/** Lines of a report for a terminal, which may quote text; they end in line feeds. */
export function terminalLines(text: string): string {
  return text.split("\n").map(terminalText).join("\n");
}

/** A file's path at the start of a line: `::error::.yaml` as `./::error::.yaml`, which is the same file. */
export function terminalPath(path: string): string {
  return /^\s*::/.test(path) ? `./${terminalText(`./${path}`).slice(2)}` : terminalText(path);
}

/**
 * A JSON document, which may reach a terminal or the log of a CI job: the same value, with the active characters and
 * the commands of CI systems as escapes. It ends in a line feed.
 */
export function jsonText(value: unknown): string {
  const escaped = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
  const json = JSON.stringify(value, null, 2).replaceAll(activeCharacters, (char) =>
    char === "\n" ? char : escaped(char),
  );
  return `${json.replaceAll(/##(?=\w*\[)/g, "#\\u0023")}\n`;
}

/**
 * Text within Markdown that an editor shows: it contains no picture, link, address, tag or start of a
 * block.
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

/** Text as code within Markdown, with any backticks. */
export function markdownCode(text: string): string {
  const line = singleLine(text);
  const maxRunLength = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(maxRunLength + 1);
  const padding = /^`|`$/.test(line) ? " " : "";
  return line.trim() === "" ? "" : fence + padding + line + padding + fence;
}
