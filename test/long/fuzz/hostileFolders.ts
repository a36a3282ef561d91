/** Folders that would hold a server up or fill its memory: catalogues, meetings that no user opens, settings. */
import { link, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

export interface HostileFolder {
  /** what the client sends as `wlcgNotes` */
  readonly settings: object;
  /** by name; a function, since each takes megabytes */
  readonly files: Readonly<Record<string, () => string>>;
  /** how often each file is there under another name */
  readonly copies?: number;
}

const maxFileBytes = 2 ** 20;
const catalogue = (text: () => string): HostileFolder => ({
  settings: { catalogue: "themes.yaml" },
  files: { "themes.yaml": text },
});
const archive = (text: () => string, copies = 0): HostileFolder => ({
  settings: {},
  files: { "0.contributions.yaml": text },
  copies,
});
const times = (count: number, unit: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => unit(index)).join("");
const fill = (unit: string, length: number): string =>
  unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

const emptySections = "systems: []\ncommunities: []\n";
const oneTheme = "name: x\nthemes:\n  - {id: t0, title: T0, summary: s, topics: []}\ncommunities: []\n";
const theme = (index: number, title = `u${index}`): string =>
  `  - {id: t${index}, title: ${title}, summary: s, topics: []}\n`;
const themes = (count: number, title?: string): string =>
  `name: x\n${emptySections}themes:\n${times(count, (index) => theme(index, title))}`;
const system = (index: number, refs = "[]"): string =>
  `  - {name: a ${index}, summary: s, url: "https://a.ch", themes: ${refs}}\n`;
const start = "meeting:\n  title: Meeting\n  date: 2026-01-15\ncontributions:\n";
const item = "  - {title: Rucio on k8s, themes: none}\n";
/** different words, so that each is learned */
const itemWithNewWords = (index: number): string =>
  `  - title: talk ${index}\n    themes: [security]\n    notes: >-\n      ${times(200, (at) => `w${(index * 200 + at).toString(36)}x `)}\n`;

/** The fullest catalogue within the limits: words that differ, systems that begin alike, all references. */
function maximalCatalogue(): string {
  const topics = (at: number): string =>
    times(5, (index) => `      - {id: p${index}, title: P${at}q${index}, summary: s}\n`);
  const subjects = times(
    200,
    (at) => `  - id: t${at}\n    title: T${at}\n    summary: s\n    topics:\n${topics(at)}`,
  );
  const systems = times(1300, (at) => system(at, `[t${at % 200}/p0, t${(at + 1) % 200}]`));
  const head = `name: x\ncommunities: []\nthemes:\n${subjects}systems:\n${systems}examples:\n`;
  const example = (at: number): string =>
    `  - {title: ${times(12, (index) => `a ${(at * 12 + index) % 1300} w${(at * 12 + index).toString(36)}y `)}, themes: [t${at % 200}]}\n`;
  let text = head;
  for (let at = 0; at < 3_000; at++) {
    const line = example(at);
    if (text.length + line.length > maxFileBytes) break;
    text += line;
  }
  return text;
}

/** The files of each folder, by its description. */
export const hostileFolders: Readonly<Record<string, HostileFolder>> = {
  "catalogue: 5,000 themes": catalogue(() => themes(5_000)),
  "catalogue: 10,000 themes": catalogue(() => themes(10_000)),
  "catalogue: 50,000 themes": catalogue(() => themes(50_000)),
  "catalogue: 20,000 themes of one title": catalogue(() => themes(20_000, "u")),
  "catalogue: 20,000 systems `a 1`, `a 2`": catalogue(
    () => `${oneTheme}systems:\n${times(20_000, (at) => system(at))}`,
  ),
  "catalogue: 100,000 systems": catalogue(() => `${oneTheme}systems:\n${times(100_000, (at) => system(at))}`),
  "catalogue: 100,000 root keys": catalogue(() => times(100_000, (at) => `a${at}: 1\n`)),
  "catalogue: 1,000,000 words in one theme": catalogue(
    () =>
      `name: x\n${emptySections}themes:\n  - {id: t, title: T, summary: s, topics: [], words: [${times(1_000_000, (at) => `w${at},`)}]}\n`,
  ),
  "catalogue: 9.9 MB of `[`": catalogue(() => fill("[", 9_900_000)),
  "catalogue: 1 MB of `[`": catalogue(() => fill("[", 1_000_000)),
  "catalogue: 3 MB of `[`": catalogue(() => fill("[", 3_000_000)),
  "catalogue: 9.8 MB of `- `": catalogue(() => fill("- ", 9_800_000)),
  "catalogue: 59,000 of `{` after a key": catalogue(() => fill('"a": {', 59_000 * 3)),
  'catalogue: 1 MB of `"`': catalogue(() => fill('"', maxFileBytes)),
  "catalogue: 60,000 marks, all values": catalogue(() => `name: [${fill("1,", 118_000)}1]\n`),
  "catalogue: 200 themes": catalogue(() => themes(200)),
  "catalogue: the fullest within the limits": catalogue(maximalCatalogue),
  "archive: 1 MB of `[`": archive(() => start + fill("[", 1_000_000 - start.length)),
  "archive: 1 MB of `1, `": archive(() => `${start}  - title: a\n    speakers: [${fill("1, ", 999_000)}`),
  "archive: 1 MB of `*a ,`": archive(
    () => `${start}  - title: &a b\n    speakers: [${fill("*a ,", 999_000)}`,
  ),
  "archive: 40 files of 1 MB of `[`": archive(() => start + fill("[", 1_000_000 - start.length), 39),
  "archive: 2,000 links of 1 MB of items": archive(
    () => start + fill(item, Math.floor(999_000 / item.length) * item.length),
    1_999,
  ),
  "archive: 1,000 files of wordy items": archive(() => start + times(20, itemWithNewWords), 999),
  "settings: 200,000 unknown rules": {
    settings: { rules: Object.fromEntries(Array.from({ length: 200_000 }, (_, at) => [`a${at}`, "off"])) },
    files: {},
  },
  "settings: text of 10 MB": {
    settings: { catalogue: "a".repeat(10_000_000), maxFindings: "b".repeat(10_000_000) },
    files: {},
  },
};

/** Writes the files, and links where there are copies. */
export async function writeFolder(path: string, { files, copies = 0 }: HostileFolder): Promise<void> {
  await mkdir(path, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    await writeFile(join(path, name), text());
    for (let copy = 1; copy <= copies; copy++) await link(join(path, name), join(path, `${copy}.${name}`));
  }
}
