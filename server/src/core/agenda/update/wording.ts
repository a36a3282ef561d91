/** The words of the labels of changes. */
import { messageText } from "../../text/displayText";

const maxValueLength = 60;

/** `14:20 instead of 14:00`; `start 14:20` without a value before; `no start instead of 14:00` without one after. */
export function instead(noun: string, after: string | undefined, before: string | undefined): string {
  const [now, then] = [after, before].map((text) => text && messageText(text, maxValueLength));
  if (now === undefined) return `no ${noun} instead of ${then}`;
  return then === undefined ? `${noun} ${now}` : `${now} instead of ${then}`;
}

/** `Rucio on k8s: 14:20 instead of 14:00` */
export function labelOf(title: string, phrases: readonly string[]): string {
  return `${nameInLabel(title)}: ${phrases.join(", ")}`;
}

export function nameInLabel(title: string): string {
  return messageText(title, maxValueLength) || "Untitled";
}

/** `A. Forti, B. Scribe and 3 more` */
export function namesInLabel(names: readonly string[]): string {
  const shown = names.slice(0, maxNames).map((name) => messageText(name, maxValueLength));
  const rest = names.length - shown.length;
  return shown.join(", ") + (rest > 0 ? ` and ${rest} more` : "");
}

const maxNames = 4;
