import { terminalLines } from "../core/text/displayText";

/** Says on standard error what went wrong, a line or a stack of calls. */
export function reportError(text: string): void {
  process.stderr.write(`wlcg-notes: ${terminalLines(text)}\n`);
}
