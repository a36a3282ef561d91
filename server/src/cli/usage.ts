import type { Command } from "./commands/command";

/** The text of `--help`. */
export function usageText(commands: readonly Command[]): string {
  const lines = commands.flatMap(({ usage }) => usage).map((line) => `  ${line}\n`);
  return `Usage: wlcg-notes COMMAND\n\n${lines.join("")}\n${notes}`;
}

const notes = `PATH is a file, a folder or a glob pattern; after -- also one that begins with a dash. Links
below folders are not followed. --catalogue FILE reads another theme catalogue.
--archive FOLDER lets suggestions learn from the meetings in it.
Exit codes: 0 clean, 1 errors or warnings found, 2 unusable arguments, unreadable input,
or an output that cannot be written.
`;
