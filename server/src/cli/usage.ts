import type { CommandHelp, Option } from "./commands/command";

/** The text of `--help`: a line for each command. */
export function usageText(commands: readonly CommandHelp[]): string {
  const rows = commands.map(
    ({ name, parameters, summary }) => [`${name} ${parameters}`.trim(), summary] as const,
  );
  return `Usage: wlcg-notes COMMAND

${columns(rows)}
Help on one of them: wlcg-notes help COMMAND

${general}`;
}

/** The text of `help COMMAND`. */
export function commandHelp({ name, parameters, summary, details, options, examples }: CommandHelp): string {
  const rows = Object.entries(options).map(
    ([long, option]) => [optionText(long, option), option.help] as const,
  );
  const more = details === undefined ? "" : `\n${details}\n`;
  const sections = [
    ...(rows.length > 0 ? [`Options:\n${columns(rows)}`] : []),
    ...(examples.length > 0 ? [`Examples:\n${examples.map((line) => `  ${line}\n`).join("")}`] : []),
  ];
  const usage = `Usage: wlcg-notes ${[name, parameters].join(" ").trim()}`;
  return `${usage}\n\n${summary.charAt(0).toUpperCase()}${summary.slice(1)}.\n${more}\n${sections.join("\n")}`;
}

function optionText(long: string, { short, value }: Option): string {
  const names = short === undefined ? `--${long}` : `-${short}, --${long}`;
  return value === undefined ? names : `${names} ${value}`;
}

/** UTF-16 units of a left column; a longer text has its own line. */
const maxLeft = 34;

function columns(rows: readonly (readonly [left: string, right: string])[]): string {
  const width = Math.min(maxLeft, Math.max(...rows.map(([left]) => left.length)));
  return rows
    .map(([left, right]) =>
      left.length > width
        ? `  ${left}\n  ${" ".repeat(width)}  ${right}\n`
        : `  ${left.padEnd(width)}  ${right}\n`,
    )
    .join("");
}

const general = `PATH is a file, a folder or a glob pattern; after -- it may begin with a dash. - is standard
input; ./- is a file named -. Links below folders are not followed.
Exit codes: 0 no errors or warnings, 1 errors or warnings found or work left, 2 invalid
arguments, unreadable input, or output that cannot be written.
`;
