import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { contentOf, inFolder, wlcgNotes, wlcgNotesReading } from "../support/commandLine";
import { httpServer } from "../support/httpServer";
import { recordedIndico } from "../support/recordedIndico";

const board = readFileSync(
  new URL("../fixtures/indico/recorded/3.3.14/board.sessions.json", import.meta.url),
);

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
    [["-", "--into", "-"], "SOURCE and --into cannot both be standard input"],
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

  const meeting = (url: string): string =>
    `meeting:\n  title: T\n  date: 2026-01-01\n  url: ${url}\ncontributions: []\n`;

  it.each([
    [
      "a file with a syntax error",
      'meeting:\n  title: "x\ncontributions: [\n',
      /no meeting head that can be read/,
    ],
    ["the file of another event", meeting("https://indico.example.org/event/2/"), /is of another event/],
  ])("--into %s changes nothing", async (_, before, message) => {
    await inFolder({ "a.json": board, "b.contributions.yaml": before });
    const { code, out, err } = await wlcgNotes("import", "a.json", "--into", "b.contributions.yaml");
    expect([code, out, err]).toEqual([2, "", expect.stringMatching(message)]);
    expect(err.split("\n")).toHaveLength(2);
    expect(await contentOf("b.contributions.yaml")).toBe(before);
  });

  it.each<[string, string, string | Buffer, string]>([
    ["nothing", "a.json", "", "a.json: The text is empty."],
    [
      "a part of an export",
      "a.json",
      '{"results": [{"title": "A',
      "a.json: This is not valid JSON: a part of it may be missing.",
    ],
    [
      "deep lists",
      "a.json",
      `{"results":${"[".repeat(1e5)}`,
      "a.json: This JSON is nested too deeply for an export of Indico.",
    ],
    [
      "a part of a calendar",
      "a.ics",
      "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a",
      "a.ics: This is not a valid calendar: a part of it may be missing.",
    ],
    [
      "NUL characters",
      "a.txt",
      "a\0\0b",
      "a.txt: The text is not an agenda: it has no list of titles with times, or below the word “Agenda”.",
    ],
    ["Latin-1", "a.txt", Buffer.from("Caf\xe9", "latin1"), "a.txt: is not text encoded as UTF-8"],
    ["a very large text", "a.txt", "a".repeat(2 ** 25), "a.txt: the file is too large"],
  ])("of %s is one message, and leaves no file", async (_, name, content, message) => {
    await inFolder({ [name]: content });
    const outcome = await wlcgNotes("import", name, "-o", "new.yaml");
    expect(outcome).toEqual({ code: 2, out: "", err: `wlcg-notes: ${message}\n` });
    expect(existsSync("new.yaml")).toBe(false);
  });

  it("of a folder, and of standard input without a text, is one message", async () => {
    await inFolder({});
    expect(await wlcgNotes("import", ".")).toEqual({ code: 2, out: "", err: "wlcg-notes: .: is a folder\n" });
    expect((await wlcgNotes("import", "-")).err).toBe("wlcg-notes: -: The text is empty.\n");
  });

  it("-o - writes to standard output, and --into - updates the meeting on standard input", async () => {
    await inFolder({ "a.json": board });
    const { code, out } = await wlcgNotes("import", "a.json", "-o", "-");
    expect([code, out]).toEqual([0, (await wlcgNotes("import", "a.json")).out]);
    expect(existsSync("-")).toBe(false);
    const older = out.replace("  title: WLCG Kubernetes Board", "  title: Board # of today");
    expect(await wlcgNotesReading(older, "import", "a.json", "--into", "-")).toEqual({
      code: 0,
      out: out.replace("  title: WLCG Kubernetes Board", "  title: WLCG Kubernetes Board # of today"),
      err: "wlcg-notes: <stdin>: 1 change\n",
    });
    expect(await wlcgNotesReading(out, "import", "a.json", "--into", "-")).toEqual({
      code: 0,
      out,
      err: "wlcg-notes: <stdin>: the agenda is up to date\n",
    });
  });

  it("--into - keeps the time zone of the meeting, as --into FILE does", async () => {
    const event = (title: string, start: string): string =>
      `BEGIN:VEVENT\r\nUID:${title}\r\nSUMMARY:${title}\r\nDTSTART:20260310T${start}Z\r\nEND:VEVENT\r\n`;
    const meeting =
      'meeting:\n  title: W\n  date: 2026-03-10\n  timezone: Europe/Zurich\ncontributions:\n  - title: Intro\n    start: "09:00"\n  - title: Talk\n    start: "11:00"\n';
    await inFolder({
      "a.ics": `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${event("Intro", "080000")}${event("Talk", "100000")}END:VCALENDAR\r\n`,
      "b.contributions.yaml": meeting,
    });
    expect((await wlcgNotesReading(meeting, "import", "a.ics", "--into", "-")).out).toBe(meeting);
    expect((await wlcgNotes("import", "a.ics", "--into", "b.contributions.yaml")).code).toBe(0);
    expect(await contentOf("b.contributions.yaml")).toBe(meeting);
  });

  it("reads files of Windows: UTF-16 in both orders with CRLF", async () => {
    const text = board.toString("utf8").replaceAll("\n", "\r\n");
    const little = Buffer.from(`\ufeff${text}`, "utf16le");
    await inFolder({ "a.json": board, "little.json": little, "big.json": Buffer.from(little).swap16() });
    const expected = await wlcgNotes("import", "a.json");
    expect(expected.out).toContain("title: WLCG Kubernetes Board");
    expect(await wlcgNotes("import", "little.json")).toEqual(expected);
    expect(await wlcgNotes("import", "big.json")).toEqual(expected);
  });

  it("reads a calendar whose lines are broken within a character", async () => {
    const lines = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:a@x", "DTSTART:20260310T080000Z", "SUMMARY:Z\xc3"];
    const text = `${lines.join("\r\n")}\r\n \xbcrich\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;
    await inFolder({ "a.ics": Buffer.from(text, "latin1") });
    expect((await wlcgNotes("import", "a.ics")).out).toContain("  title: Zürich\n");
  });
});
