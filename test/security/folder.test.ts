/** The files that an untrusted folder can make the command line and the server read and write. */
import { mkdir, symlink } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { globSync } from "tinyglobby";
import { describe, expect, it } from "vitest";
import manifest from "../../package.json";
import { parseCatalogue } from "../../server/src/host/catalogueFile";
import { nodeHost } from "../../server/src/host/nodeHost";
import { readSettings } from "../../server/src/lsp/settings/settings";
import { contentOf, inFolder, wlcgNotes } from "../support/commandLine";
import { inMeeting } from "../support/findings";

const host = nodeHost(parseCatalogue);
const duplicate = inMeeting("  - title: x\n    themes: [security, security]\n");

describe("links", () => {
  async function linked(): Promise<void> {
    await inFolder({
      "elsewhere/real.contributions.yaml": duplicate,
      "work/own.contributions.yaml": inMeeting("  - title: y\n    themes: none\n"),
    });
    await symlink("../elsewhere/real.contributions.yaml", "work/a.contributions.yaml");
    await symlink("../elsewhere", "work/below");
  }

  it("below a folder are not followed by the command line", async () => {
    await linked();
    const { code, out } = await wlcgNotes("check", "work");
    expect(code).toBe(0);
    expect(out).toContain("in 1 file");
    await wlcgNotes("fix", "work");
    expect(await contentOf("elsewhere/real.contributions.yaml")).toBe(duplicate);
  });

  it("below a folder are not followed by the server", async () => {
    await linked();
    const texts: string[] = [];
    for await (const text of host.meetings(pathToFileURL("work").href)) texts.push(String(text));
    expect(texts).toHaveLength(1);
  });

  it("named as an argument are followed", async () => {
    await linked();
    expect((await wlcgNotes("check", "work/a.contributions.yaml")).code).toBe(1);
  });

  it("out of the workspace lead to no catalogue", async () => {
    const folder = await inFolder({ "outside.yaml": "name: x\n" });
    await mkdir("work");
    await symlink("../outside.yaml", "work/link.yaml");
    for (const path of ["link.yaml", "../outside.yaml", `${folder}/outside.yaml`])
      await expect(host.readCatalogue(path, pathToFileURL(`${folder}/work`).href)).rejects.toThrow(
        "outside the workspace",
      );
  });
});

describe("what is written", () => {
  it("is the file that is fixed, and nothing beside it", async () => {
    await inFolder({ "a.contributions.yaml": duplicate, "b.txt": "x" });
    await wlcgNotes("fix", ".");
    expect(globSync("**", { dot: true }).sort()).toEqual(["a.contributions.yaml", "b.txt"]);
    expect(await contentOf("a.contributions.yaml")).toContain("themes: [security]");
  });

  it("does not change the next item", async () => {
    const items = "  - title: REANA workflows\n    themes:\n      - ~\n";
    const next = "  - title: Precious item\n    themes: [security]\n    notes: must survive\n";
    await inFolder({ "a.contributions.yaml": inMeeting(items + next) });
    await wlcgNotes("fix", "--tag", ".");
    const tagged = "  - title: REANA workflows\n    themes: [analysis-facilities/reproducible-analysis]\n";
    expect(await contentOf("a.contributions.yaml")).toBe(inMeeting(tagged + next));
  });
});

describe("limits", () => {
  it("of a catalogue: a larger one is refused", async () => {
    await inFolder({ "a.contributions.yaml": duplicate, "big.yaml": `# ${"x".repeat(20_000_000)}\n` });
    const { code, err } = await wlcgNotes("check", "--catalogue", "big.yaml", "a.contributions.yaml");
    expect([code, err.split("\n").length]).toEqual([2, 2]);
  });

  it("of a catalogue: one of too many themes is refused", async () => {
    const themes = Array.from(
      { length: 20_000 },
      (_, at) => `  - {id: t${at}, title: u${at}, summary: s, topics: []}`,
    );
    const catalogue = ["name: x", "themes:", ...themes, "systems: []", "communities: []", ""].join("\n");
    await inFolder({ "a.contributions.yaml": duplicate, "many.yaml": catalogue });
    const { code } = await wlcgNotes("check", "--catalogue", "many.yaml", "a.contributions.yaml");
    expect(code).toBe(2);
  });
});

describe("Restricted Mode", () => {
  const { untrustedWorkspaces } = manifest.capabilities;

  it("ignores a folder's catalogue and limits", () => {
    // VS Code reads the list only where the support is `limited`
    expect(untrustedWorkspaces.supported).toBe("limited");
    expect([...untrustedWorkspaces.restrictedConfigurations].sort()).toEqual([
      "wlcgNotes.catalogue",
      "wlcgNotes.maxFileSize",
      "wlcgNotes.maxFindings",
    ]);
  });

  it("lets a folder change the severities of diagnostics and the parts of notes, and switch learning off", () => {
    const settings = Object.keys(manifest.contributes.configuration.properties);
    const free = settings.filter((name) => !untrustedWorkspaces.restrictedConfigurations.includes(name));
    expect(free.sort()).toEqual([
      "wlcgNotes.collectedLines",
      "wlcgNotes.learnFromWorkspace",
      "wlcgNotes.rules",
      "wlcgNotes.sections",
      "wlcgNotes.trace.server",
    ]);
    expect(Object.keys(readSettings({}).settings).length).toBe(settings.length - 1);
  });
});
