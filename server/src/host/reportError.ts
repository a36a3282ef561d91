import { terminalLines } from "../core/text/displayText";

/** Writes an error to standard error, one line or a stack trace. */
export function reportError(text: string): void {
  process.stderr.write(`wlcg-notes: ${terminalLines(text)}\n`);
}
