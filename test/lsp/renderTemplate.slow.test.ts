/** The request for notes in a group's own form. */
import { symlinkSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { inFolder, wlcgNotes } from "../support/commandLine";
import { inMeeting } from "../support/findings";
import { RawServer } from "../support/protocol/rawServer";
import { open, start, textDocument } from "../support/protocol/session";

const meeting = inMeeting("  - title: One\n    themes: none\n  - title: Two\n    themes: none\n");

/** What the server answers for the template at a path of the current folder, or at a URI. */
async function rendered(template: string, text = meeting): Promise<unknown> {
  const server = new RawServer(["--stdio"]);
  await start(server, {});
  open(server, text);
  const uri = /^\w+:/.test(template) ? template : pathToFileURL(template).href;
  return (await server.request("wlcgNotes/render", { textDocument, by: "agenda", template: uri })).result;
}

describe("wlcgNotes/render with a template", () => {
  it("fills it and its partials as the command line does", async () => {
    const files = {
      "a b/page.md.mustache": "# {{meeting.title}}\n{{#items}}\n{{> item}}\n{{/items}}\n{{markdown}}\n",
      "a b/item.md.mustache": "- {{title}}\n",
      "m.contributions.yaml": meeting,
    };
    await inFolder(files);
    const { out } = await wlcgNotes(
      ...["render", "m.contributions.yaml", "--by", "agenda", "--template", "a b/page.md.mustache"],
    );
    expect(out).toMatch(/^# M\n- One\n- Two\n# M\n/);
    expect(await rendered("a b/page.md.mustache")).toEqual({ text: out, isBroken: false });
  });

  it.each([
    ["a.mustache", "x\n  {{#items}}", 'a.mustache: line 2, column 3: section "items" is not closed'],
    ["a.mustache", "{{> b}}", 'a.mustache: line 1, column 1: there is no partial "b"'],
    ["a.mustache", "{{> link}}", "link.mustache: is a link; a partial must be a file"],
    ["a.mustache", Buffer.from([0xc0, 0x41]), "a.mustache: is not text encoded as UTF-8"],
    ["a.mustache", "x".repeat(4_100_000), "a.mustache: must have at most 1000000 characters"],
    ["gone.mustache", "", "gone.mustache: no such file or folder"],
    ["ftp://example.org/a.mustache", "", "a.mustache: is not a file of this computer"],
  ])("explains why it cannot be used: %s with %.20s", async (name, content, problem) => {
    await inFolder({ "a.mustache": content, secret: "x" });
    symlinkSync("secret", "link.mustache");
    expect(await rendered(name)).toEqual({ problem: expect.stringContaining(problem), isBroken: false });
  });

  it("reports that the meeting has errors", async () => {
    await inFolder({ "a.mustache": "{{meeting.title}}" });
    const text = inMeeting("  - titel: x\n");
    expect(await rendered("a.mustache", text)).toEqual({ text: "M", isBroken: true });
  });
});
