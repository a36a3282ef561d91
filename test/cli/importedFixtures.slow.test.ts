/** Every fixture becomes a file without errors, with each title letter by letter, which its source does not change. */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readAgenda } from "../../server/src/core/agenda/read/readAgenda";
import { meetingText } from "../../server/src/core/agenda/write/meetingText";
import { decode } from "../../server/src/host/encoding";
import { agendaOf, talk } from "../support/agenda";
import { readSamples } from "../support/agendaSamples";
import { agendaIn } from "../support/agendaText";
import { contentOf, inFolder, wlcgNotes } from "../support/commandLine";
import { indicoJson, indicoVersions, valuesOfKey } from "../support/indicoFixtures";

interface Fixture {
  readonly name: string;
  readonly bytes: Buffer;
}

const indico = fileURLToPath(new URL("../fixtures/indico/", import.meta.url));
const isAgenda = (name: string): boolean =>
  /\.(?:json|ics|html|txt)$/.test(name) &&
  !/^(?:answers|minutes|refused|unknown|two-events|protected\.(?!\w+\.manager))|nopermission|^(?:copied|page)\.conference(?:-details)?\.(?:html|txt)$/.test(
    name,
  );
const inFolderOf = (folder: string): readonly Fixture[] =>
  readdirSync(`${indico}${folder}`)
    .filter(isAgenda)
    .map((name) => ({ name: `${folder}${name}`, bytes: readFileSync(`${indico}${folder}${name}`) }));

const fixtures: readonly Fixture[] = [
  ...inFolderOf(""),
  ...indicoVersions.flatMap((version) => inFolderOf(`recorded/${version}/`)),
  ...readSamples("mails.txt").map(({ name, text }) => ({ name: `mail ${name}`, bytes: Buffer.from(text) })),
];

const extension = (name: string): string => /\.\w+$/.exec(name)?.[0] ?? ".txt";

interface Written {
  readonly title?: unknown;
  readonly break?: unknown;
  readonly parts?: readonly Written[];
}

/** The titles of the meeting, its entries and their parts in a parsed file. */
function titlesOf({
  meeting,
  contributions,
}: {
  meeting: Written;
  contributions: readonly Written[];
}): readonly unknown[] {
  return [
    meeting.title,
    ...contributions.flatMap((entry) => [
      entry.title ?? entry.break,
      ...(entry.parts ?? []).map(({ title }) => title),
    ]),
  ];
}

describe.each(fixtures)("$name", ({ name, bytes }) => {
  const source = `source${extension(name)}`;

  it("is a file without errors, with all titles, which the same source does not change", async () => {
    await inFolder({ [source]: bytes });
    const imported = await wlcgNotes("import", source, "-o", "new.contributions.yaml");
    expect([imported.code, imported.out]).toEqual([
      0,
      expect.stringMatching(/^new\.contributions\.yaml: \d+ contribution/),
    ]);
    const text = await contentOf("new.contributions.yaml");
    const checked = await wlcgNotes("check", "new.contributions.yaml");
    expect(checked.out).not.toMatch(/ error /);

    const { meeting, entries } = agendaIn(readAgenda(decode(bytes).text, { name: source }));
    const titles = titlesOf(parse(text));
    expect(titles.slice(1)).toEqual(
      entries.flatMap((entry) => [
        entry.title,
        ...(entry.kind === "break" ? [] : entry.parts.map(({ title }) => title)),
      ]),
    );
    expect(titles[0]).toBe(meeting.title ?? "Untitled meeting");

    const again = await wlcgNotes("import", source, "--into", "new.contributions.yaml");
    expect([again.code, again.out]).toEqual([0, "new.contributions.yaml: the agenda is up to date\n"]);
    expect(await contentOf("new.contributions.yaml")).toBe(text);
  });
});

const events = ["board", "workshop", "eastern", "conference", "lecture", "draft", "empty", "large"];

describe("the same event", () => {
  it.each(events)("%s is the same file from both versions of Indico", async (event) => {
    const [older, newer] = indicoVersions;
    const texts: string[] = [];
    for (const version of [older, newer]) {
      await inFolder({ "a.json": readFileSync(`${indico}recorded/${version}/${event}.sessions.json`) });
      expect((await wlcgNotes("import", "a.json", "-o", "a.yaml")).code).toBe(0);
      texts.push(await contentOf("a.yaml"));
    }
    expect(texts[1]).toBe(texts[0]);
  });

  it.each(fixtures.filter(({ name }) => name.endsWith(".sessions.json")))(
    "$name has each title of the export",
    async ({ name, bytes }) => {
      await inFolder({ "a.json": bytes });
      await wlcgNotes("import", "a.json", "-o", "a.yaml");
      const titles = titlesOf(parse(await contentOf("a.yaml")));
      const json = indicoJson(name);
      const exported = [valuesOfKey(json, "contributions"), valuesOfKey(json, "subContributions")].flat(2);
      expect(titles).toEqual(expect.arrayContaining(exported.map(exportedTitle)));
    },
  );

  it.each(events)("%s comes back from the calendar that is made of its file", async (event) => {
    await inFolder({ "a.json": readFileSync(`${indico}recorded/3.3.14/${event}.sessions.json`) });
    await wlcgNotes("import", "a.json", "-o", "a.yaml");
    await wlcgNotes("render", "a.yaml", "--to", "ics", "-o", "a.ics");
    expect((await wlcgNotes("import", "a.ics", "-o", "b.yaml")).code).toBe(0);
    const [first, second] = [parse(await contentOf("a.yaml")), parse(await contentOf("b.yaml"))];
    const timed = ({ contributions }: { contributions: readonly Timed[] }): readonly unknown[] =>
      contributions
        .filter(({ start }) => start !== undefined)
        .map(({ title, start, duration }) => [title, start, duration]);
    expect(timed(second)).toEqual(timed(first));
  });
});

interface Timed {
  readonly title?: string;
  readonly start?: string;
  readonly duration?: number;
}

function exportedTitle(exported: unknown): string {
  return (exported as { readonly title: string }).title.replaceAll(/\s+/g, " ").trim();
}

/** Prints the titles of meetings, given as a JSON list of YAML texts. */
const program = `
import json, sys, yaml
def titles(file):
    for item in [file["meeting"], *file["contributions"]]:
        yield item.get("title", item.get("break"))
        for part in item.get("parts", []):
            yield part["title"]
print(json.dumps([list(titles(yaml.safe_load(text))) for text in json.load(sys.stdin)]))
`;

const hasPyYaml = spawnSync("python3", ["-c", "import yaml"]).status === 0;

describe("another reader of YAML, of its version 1.1", () => {
  it.skipIf(!hasPyYaml)("has the same titles, all of them strings", () => {
    const agendas = fixtures.map(({ name, bytes }) => agendaIn(readAgenda(decode(bytes).text, { name })));
    const hostile = fixtures.length;
    const odd = [
      "yes",
      "No",
      "on",
      "y",
      "12:30",
      "2026-03-10",
      "1_000",
      "0o7",
      "0b1",
      ".inf",
      "1e3",
      "=",
      "<<",
      "~",
    ];
    const texts = [
      ...agendas.map((agenda) => meetingText(agenda, { date: "2026-03-10" })),
      meetingText(agendaOf(odd.map((title) => talk(title)))),
    ];
    const { stdout, stderr } = spawnSync("python3", ["-c", program], {
      input: JSON.stringify(texts),
      encoding: "utf8",
      maxBuffer: 2 ** 27,
    });
    expect(stderr).toBe("");
    const read: readonly (readonly unknown[])[] = JSON.parse(stdout);
    expect(read).toEqual(texts.map((text) => titlesOf(parse(text))));
    expect(read[hostile]?.slice(1)).toEqual(odd);
  });
});
