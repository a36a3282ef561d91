// The files derived from the table of codes, the rules and the formats of notes: `npm run generate` writes
// them, test/docs/rules.test.ts compares them.
import { readFileSync } from "node:fs";
import { globSync } from "tinyglobby";
import { codeTable, exampleFile } from "../server/src/core/findings/codeTable";
import { notesFormats } from "../server/src/core/notes/formats";

const kinds = ["BlockRule", "UnitRule", "FileRule", "CrossItemRule"] as const;
type Kind = (typeof kinds)[number];

interface RuleFile {
  /** the path in the folder of rules, without extension */
  readonly path: string;
  /** the name of the file, and of the rule that it exports */
  readonly name: string;
  readonly kind: Kind;
  /** the index of its first code in the table */
  readonly rank: number;
}

/** UTF-16 units of a line of code; a longer list is written with one entry on each line */
const lineWidth = 110;

const rulesFolder = "server/src/core/rules/";

/**
 * Reads the repository at the working directory.
 * @returns the path and the text of each derived file
 */
export function derivedFiles(): readonly (readonly [path: string, text: string])[] {
  return [
    [`${rulesFolder}index.ts`, rulesIndex(ruleSources())],
    ["package.json", withSettings(readFileSync("package.json", "utf8"))],
    ["docs/rules.md", rulesPage(readFileSync("docs/rules.md", "utf8"))],
    ["docs/editors.md", withFormats(readFileSync("docs/editors.md", "utf8"))],
  ];
}

/** The files of the rules by path in their folder, without extension. */
function ruleSources(): ReadonlyMap<string, string> {
  const paths = globSync("**/*.ts", { cwd: rulesFolder }).filter((path) => path !== "index.ts");
  return new Map(
    paths.sort().map((path) => [path.replace(/\.ts$/, ""), readFileSync(rulesFolder + path, "utf8")]),
  );
}

/** The list of the rules. */
function rulesIndex(sources: ReadonlyMap<string, string>): string {
  const rules = [...sources].flatMap(([path, source]) => ruleIn(path, source) ?? []);
  const imports = rules.map(({ name, path }) => `import { ${name} } from "./${path}";`);
  const types = `import type { ${[...kinds].sort().join(", ")} } from "./shared/rule";`;
  const lines = [...imports, types].sort((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1));
  const comment =
    "/** Written by `npm run generate`: every rule of this folder, in the order of the table of codes. */";
  return `${[comment, ...lines, "", ...kinds.map((kind) => listOf(kind, rules))].join("\n")}`;
}

/** The rule in a file; the exported constant has the file's name. */
function ruleIn(path: string, source: string): RuleFile | undefined {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const [, exported, kind] =
    new RegExp(`^export const (\\w+): (${kinds.join("|")}) = `, "m").exec(source) ?? [];
  if (exported !== undefined && exported !== name)
    throw new Error(`${name}.ts: its rule must have the name of the file, not \`${exported}\``);
  const code = /\bcodes: \[\s*"([a-z-]+)"/.exec(source)?.[1];
  if (kind === undefined) return undefined;
  const rank = codeTable.findIndex((row) => row.code === code);
  if (rank < 0) throw new Error(`${name}.ts: the first of its \`codes\` is not in findings/codeTable.ts`);
  return { path, name, kind: kind as Kind, rank };
}

function listOf(kind: Kind, rules: readonly RuleFile[]): string {
  const names = rules
    .filter((rule) => rule.kind === kind)
    .sort((a, b) => a.rank - b.rank)
    .map(({ name }) => name);
  const start = `export const ${kind.charAt(0).toLowerCase()}${kind.slice(1)}s: readonly ${kind}[] = [`;
  const line = `${start}${names.join(", ")}];`;
  return `${line.length <= lineWidth ? line : `${start}\n  ${names.join(",\n  ")},\n];`}\n`;
}

function pathOf(line: string): string {
  return (/"([^"]*)"/.exec(line)?.[1] ?? "").toLowerCase();
}

/** The manifest with a description of each code in the setting `wlcgNotes.rules`. */
function withSettings(text: string): string {
  const manifest = JSON.parse(text);
  manifest.contributes.configuration.properties["wlcgNotes.rules"].properties = severitySettings();
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

function severitySettings(): Readonly<Record<string, object>> {
  return Object.fromEntries(
    codeTable.map(({ code, severity, description }) => [
      code,
      {
        type: "string",
        markdownDescription: `${description} Default: ${severity}.`,
        enum: ["error", "warning", "information", "hint", "off"],
      },
    ]),
  );
}

/** The part of docs/rules.md above this line is written by hand. */
const mark =
  "<!-- The sections below are written by `npm run generate` from server/src/core/findings/codeTable.ts. -->";

/** The page with a section for each code. */
function rulesPage(page: string): string {
  const [preface = ""] = page.split(mark);
  return `${preface}${mark}\n\n${codeTable.map(sectionOf).join("\n")}`;
}

/** The page with the ids of all formats of notes. */
function withFormats(page: string): string {
  const ids = notesFormats.map(({ id }, at) => `\`${id}\`${at === 0 ? " (the default)" : ""}`);
  const list = `${ids.slice(0, -1).join(", ")} or ${ids.at(-1)}`;
  return page.replace(/(?<=<!-- formats -->).*(?=<!-- \/formats -->)/s, list);
}

function sectionOf({ code, severity, description, examples }: (typeof codeTable)[number]): string {
  const [first, ...others] = examples;
  const more = others.map(({ lines, message }) => `- \`${lines.at(-1)?.trim()}\`: ${message}`);
  return [
    `## ${code}\n`,
    `${description}\n`,
    `Default: ${severity}.\n`,
    `\`\`\`yaml\n${exampleFile(first.lines)}\`\`\`\n`,
    `Message: ${first.message}\n`,
    ...(more.length > 0
      ? [`Other messages, each with the line that it is about:\n`, `${more.join("\n")}\n`]
      : []),
  ].join("\n");
}
