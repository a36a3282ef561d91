import { existsSync } from "node:fs";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { contentOf, inFolder, wlcgNotes } from "../support/commandLine";
import { httpServer } from "../support/httpServer";
import { recordedIndico } from "../support/recordedIndico";

function environment(token: string | undefined, host?: string): void {
  vi.stubEnv("WLCG_NOTES_INDICO_TOKEN", token);
  vi.stubEnv("WLCG_NOTES_INDICO_HOST", host);
  onTestFinished(() => void vi.unstubAllEnvs());
}

describe("import", () => {
  it.each([
    [[], "import accepts one SOURCE"],
    [["a.json", "b.json"], "import accepts one SOURCE"],
    [["a.json", "-o", "x", "--into", "y"], "-o and --into exclude each other"],
    [["a.json", "--dry-run"], "--dry-run needs --into"],
    [["a.json", "-o", "old.yaml"], "old.yaml: already exists; use --into to update its agenda"],
    [["gone.json"], "gone.json: no such file or folder"],
    [
      ["https://indico.cern.ch/category/5/"],
      "this is not the address of an Indico event, which is like https://indico.cern.ch/event/123/",
    ],
    [
      ["http://indico.cern.ch/event/5/"],
      "the address must start with https://: http would send everything to indico.cern.ch unencrypted",
    ],
  ])("%j is refused", async (args, message) => {
    await inFolder({ "old.yaml": "as before" });
    expect(await wlcgNotes("import", ...args)).toEqual({ code: 2, out: "", err: `wlcg-notes: ${message}\n` });
    expect(await contentOf("old.yaml")).toBe("as before");
  });

  it("of an event that cannot be read leaves no file, and names where the token is read from", async () => {
    await inFolder({});
    environment(undefined);
    const base = await recordedIndico("3.3.14");
    const { code, err } = await wlcgNotes("import", `${base}/event/4/`, "-o", "new.yaml");
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(/protected.*; the token is read from WLCG_NOTES_INDICO_TOKEN\n$/),
    ]);
    expect(existsSync("new.yaml")).toBe(false);
  });

  it.each([
    [undefined, "Bearer indp_token-of-the-tests"],
    ["indico.example.org", undefined],
  ])("sends the token to its host only: %s", async (host, expected) => {
    await inFolder({});
    environment("indp_token-of-the-tests", host);
    const seen = new Set<unknown>();
    const base = await httpServer(({ headers }, response) => {
      seen.add(headers.authorization);
      response.writeHead(500).end();
    });
    expect((await wlcgNotes("import", `${base}/event/1/`)).code).toBe(2);
    expect([...seen]).toEqual([expected]);
  });
});
