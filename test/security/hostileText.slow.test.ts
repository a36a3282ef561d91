/** A folder whose every text tries to act: what of it reaches people, by the command line and by the server. */
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { inFolder, type Outcome, wlcgNotes } from "../support/commandLine";
import { activeCharacters, hostileCatalogue, hostileMeeting } from "../support/hostile";
import { clients } from "../support/protocol/clients";
import { RawServer } from "../support/protocol/rawServer";
import { askEverything, start } from "../support/protocol/session";

const names = [
  "plain.contributions.yaml",
  "::error::x.contributions.yaml",
  "  ::warning::y.contributions.yaml",
  "##[error]z.contributions.yaml",
  "##vso[task.setvariable variable=a]b.contributions.yaml",
  "new\nline.contributions.yaml",
  "cr\r\u001b[2Kgone.contributions.yaml",
  "\u202elmay.contributions.yaml",
  "bell\u0007 csi\u009b31m.contributions.yaml",
  "two\u2028lines.contributions.yaml",
];

/** All lines of an output, which no text of the folder may have made. */
function expectHarmless({ out, err }: Outcome): void {
  for (const line of `${out}${err}`.split("\n")) {
    expect(line.replaceAll("\t", "")).not.toMatch(activeCharacters);
    expect(line).not.toMatch(/^\s*::|##\w*\[/);
  }
}

function folder(): Promise<string> {
  const files = Object.fromEntries(names.map((name) => [name, hostileMeeting]));
  return inFolder({ ...files, "cat.yaml": hostileCatalogue });
}

describe("the command line, on a folder of hostile names and texts", () => {
  it.each([
    ["check", "."],
    ["check", ".", "--catalogue", "cat.yaml"],
    ["suggest", "."],
    ["suggest", ".", "--catalogue", "cat.yaml"],
    ["coverage", "."],
    ["coverage", ".", "--catalogue", "cat.yaml"],
    ["coverage", names[0] ?? ""],
    ["fix", ".", "--dry-run"],
    ["fix", ".", "--dry-run", "--tag", "--catalogue", "cat.yaml"],
    ["fix", "."],
    ["render", ...names.slice(1, 2)],
  ])("%j prints nothing that acts", async (...args) => {
    await folder();
    const outcome = await wlcgNotes(...args);
    expect(`${outcome.out}${outcome.err}`).not.toBe("");
    expectHarmless(outcome);
  });

  it.each([
    ["check", "gone\n::error::x"],
    ["check", "\u001b[31mgone", "*[\u009b"],
    ["check", "--format", "te\n::error::xt", "."],
    ["\n::error::command"],
    ["check", "--\u001b[31moption"],
    ["check", ".", "--catalogue", "\n::error::gone"],
    ["check", ".", "--catalogue", "broken\n::error::.yaml"],
    ["check", ".", "--catalogue", "odd.yaml"],
    ["suggest", ".", "--archive", "\n::error::gone"],
    ["coverage", ".", "-o", "no/such\n::error::x/place"],
    ["render", names[0] ?? "", "--force", "-o", "no/such\n##[error]x/place"],
    ["render", names[0] ?? "", "--by", "\u001b[2J"],
  ])("%j is refused without what it says acting", async (...args) => {
    await folder();
    await inFolder({
      "a.contributions.yaml": hostileMeeting,
      [names[0] ?? ""]: hostileMeeting,
      "broken\n::error::.yaml": "name: [\u001b",
      "odd.yaml": `${hostileCatalogue}"\\e[31m\\n::error::key": 1\n`,
    });
    const outcome = await wlcgNotes(...args);
    expect(outcome.code).toBe(2);
    expect(outcome.err).toMatch(/^(wlcg-notes: .*\n)+$/);
    expectHarmless(outcome);
  });

  it("writes workflow commands of its own alone, a line each, for --format github", async () => {
    await folder();
    const { out } = await wlcgNotes("check", ".", "--format", "github");
    for (const line of out.trimEnd().split("\n")) expect(line).toMatch(/^::(error|warning|notice) file=/);
    expect(activeCharacters.test(out.replaceAll("\n", ""))).toBe(false);
  });

  it.each([
    ["check", ".", "--format", "json"],
    ["check", ".", "--format", "gitlab"],
    ["check", ".", "gone\u009b##[error]", "--format", "sarif"],
    ["suggest", ".", "--format", "json"],
    ["coverage", ".", "--format", "json", "--catalogue", "cat.yaml"],
    ["render", names[0] ?? "", "--to", "json", "--force"],
  ])("%j writes JSON that acts on no terminal and in no log", async (...args) => {
    await folder();
    const { out } = await wlcgNotes(...args);
    expect(JSON.stringify(JSON.parse(out)).length).toBeGreaterThan(100);
    expectHarmless({ code: 0, out, err: "" });
  });

  it("writes the names of files as they are where programs read them", async () => {
    await folder();
    const rows = JSON.parse((await wlcgNotes("check", ".", "--format", "json")).out) as { file: string }[];
    expect(new Set(rows.map(({ file }) => file))).toEqual(new Set(names));
  });
});

let server: RawServer | undefined;
afterEach(async () => {
  server?.notify("exit");
  await server?.ended();
  server = undefined;
});

/** Every text that a client shows unchanged, in all parts of a message. */
function shownIn(value: unknown, path = ""): readonly (readonly [path: string, text: string])[] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => shownIn(inner, `${path}.${key}`));
}

const labels = /\.(message|title|name|detail|label|description)$/;
const notShown = /\.(uri|data|serverInfo|result\.(html|text|title))\b/;

describe("the server, in a folder of hostile texts", () => {
  it("sends labels of one line, notifications without links, hovers without pictures", async () => {
    const path = await inFolder({ "cat.yaml": hostileCatalogue, "a.contributions.yaml": hostileMeeting });
    const settings = {
      catalogue: "cat.yaml",
      rules: { "[x](command:workbench.action.quit)": 1, "\u001b\n": 2 },
    };
    server = new RawServer(["--stdio"], { "workspace/configuration": [settings] });
    await start(server, clients.rich, { workspaceFolders: [{ uri: pathToFileURL(path).href, name: "w" }] });
    await server.messageThat(({ method }) => method === "window/showMessage");
    await askEverything(server, readFileSync("a.contributions.yaml", "utf8"), 7);
    const texts = server.received.flatMap((message) => shownIn(message));
    const shown = texts.filter(([at]) => labels.test(at) && !notShown.test(at));
    expect(shown.length).toBeGreaterThan(500);
    expect(shown.filter(([, text]) => activeCharacters.test(text))).toEqual([]);
    const notes = server.received.filter(({ method }) => method === "window/showMessage");
    for (const note of notes) expect(JSON.stringify(note)).not.toContain("](");
    const cards = texts.filter(([at]) => /\.(contents|documentation)\.value$/.test(at));
    expect(cards.length).toBeGreaterThan(20);
    for (const [, card] of cards) {
      expect(card).not.toMatch(
        /(?<!\\)!\[|<img|(?<!\\)\]\((?!https:\/\/(good\.example|rucio\.cern\.ch)[/)])/,
      );
      expect(card.replaceAll("\n", "")).not.toMatch(activeCharacters);
    }
    expect(cards.some(([, card]) => card.includes("](https://good.example/page)"))).toBe(true);
  }, 60_000);

  it.each([
    ["a path that is a link", { catalogue: "[Show me](command:runCommands)" }],
    ["a catalogue whose key is a link", { catalogue: "odd.yaml" }],
    [
      "a value of the wrong kind",
      { catalogue: ["[x](command:a)"], maxFindings: "[y](https://evil.example)" },
    ],
    ["a rule that is a link", { rules: { "[x](command:workbench.action.quit)": 1 } }],
    ["a very long rule", { rules: { [`[x](command:a${"y".repeat(100_000)})`]: 1 } }],
  ])("shows for %s nothing that can be clicked", async (_, settings) => {
    const path = await inFolder({
      "odd.yaml": 'name: x\n"[Repair](command:workbench.action.showCommands)": 1\n',
    });
    server = new RawServer(["--stdio"], { "workspace/configuration": [settings] });
    await start(server, clients.rich, { workspaceFolders: [{ uri: pathToFileURL(path).href, name: "w" }] });
    await server.messageThat(({ method }) => method === "window/showMessage");
    const notes = server.received.filter(({ method }) => method === "window/showMessage");
    for (const { params } of notes) {
      const { message } = params as { message: string };
      expect(message).not.toMatch(/\]\(/);
      expect(message.length).toBeLessThanOrEqual(400);
      expect(message).not.toMatch(activeCharacters);
    }
  });
});
