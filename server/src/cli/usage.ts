import type { Command } from "./commands/command";

/** The text of `--help`. */
export function usageText(commands: readonly Command[]): string {
  const lines = commands.flatMap(({ usage }) => usage).map((line) => `  ${line}\n`);
  return `Usage: wlcg-notes COMMAND\n\n${lines.join("")}\n${notes}`;
}

const notes = `PATH is a file, a folder or a glob pattern; after -- it may begin with a dash. - is the text
on standard input, which fix writes to standard output; ./- is a file named -. Links below
folders are not followed. --catalogue FILE uses another theme catalogue.
--archive FOLDER trains suggestions on the meetings in the folder.
WLCG_NOTES_INDICO_TOKEN is a token for Indico, and WLCG_NOTES_INDICO_HOST the only host that
it is sent to; publish needs both unless --to gives the address.
Exit codes: 0 no errors or warnings, 1 errors or warnings found, 2 invalid arguments,
unreadable input, or output that cannot be written.
`;
