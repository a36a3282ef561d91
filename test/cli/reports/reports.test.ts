import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { codes } from "../../../server/src/core/findings/codes";
import { inFolder, wlcgNotes } from "../../support/commandLine";
import { inMeeting } from "../../support/findings";

const name = "notes 100%/a,b.contributions.yaml";
const untagged = "  - title: Lazy\n";
const misspelt = "  - title: x\n    themes: [securty]\n";

async function report<T>(format: string, ...paths: readonly string[]): Promise<T> {
  return JSON.parse((await wlcgNotes("check", ...paths, "--format", format)).out);
}

describe("json", () => {
  it("is an array of rows, 1-based, with these keys and no others", async () => {
    await inFolder({ [name]: inMeeting(untagged + misspelt) });
    expect(await report("json", name)).toEqual([
      {
        file: name,
        line: 5,
        column: 12,
        endLine: 5,
        endColumn: 16,
        severity: "warning",
        code: "untagged-item",
        message: "This contribution has no theme.",
      },
      {
        file: name,
        line: 7,
        column: 14,
        endLine: 7,
        endColumn: 21,
        severity: "error",
        code: "unknown-theme",
        message: "Unknown theme: `securty`. Did you mean `security`?",
      },
    ]);
  });

  it.each(["json", "gitlab"])("%s is an empty array without findings", async (format) => {
    await inFolder({ [name]: inMeeting("  - title: x\n    themes: none\n") });
    expect(await report(format, name)).toEqual([]);
  });

  it("is an empty array if no file was read, which standard error and the exit code say", async () => {
    await inFolder({});
    expect(await report("json", "gone.yaml")).toEqual([]);
  });
});

interface Sarif {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly locations: readonly {
        readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } };
      }[];
    }[];
  }[];
}

describe("sarif", () => {
  // the published schema, as npm's @microsoft/jest-sarif has it (MIT); it says draft 4, and uses nothing of it that
  // draft 7 does not have
  const file = new URL("../../data/sarif-2.1.0.schema.json", import.meta.url);
  const {
    $schema: _,
    id: __,
    ...schema
  } = JSON.parse(readFileSync(file, "utf8")) as Readonly<Record<string, unknown>>;
  const ajv = new Ajv({
    strict: false,
    allErrors: true,
    unicodeRegExp: false,
    formats: {
      uri: (text: string) => URL.canParse(text),
      "uri-reference": /^[\w.~!$&'()*+,;=:@%/?#-]*$/,
      "date-time": true,
    },
  });
  const validate = ajv.compile(schema);

  it("is refused by the schema where it is wrong", () => {
    expect(validate({ version: "2.1.0", runs: [{ results: [] }] })).toBe(false);
  });

  it("keeps to SARIF 2.1.0, with and without results", async () => {
    await inFolder({ [name]: inMeeting(untagged + misspelt) });
    for (const path of [name, "gone.yaml"]) {
      validate(await report("sarif", path));
      expect(validate.errors).toBeNull();
    }
  });

  it("describes every code, and each result points to its own", async () => {
    await inFolder({ [name]: inMeeting(untagged + misspelt) });
    const [run] = (await report<Sarif>("sarif", ".")).runs;
    expect(run?.tool.driver.rules.map(({ id }) => id)).toEqual(codes);
    expect(run?.results.map(({ ruleId }) => ruleId)).toEqual(["untagged-item", "unknown-theme"]);
    for (const { ruleId, ruleIndex } of run?.results ?? []) expect(codes[ruleIndex]).toBe(ruleId);
  });

  const uriOf = async (path: string) =>
    (await report<Sarif>("sarif", path)).runs[0]?.results[0]?.locations[0]?.physicalLocation.artifactLocation
      .uri;

  it.each(["", "./", "HERE/", "../BASE/"])(
    "names %sFILE relative to the current folder, escaped",
    async (before) => {
      const folder = await inFolder({ [name]: inMeeting(untagged) });
      const start = before.replace("HERE", folder).replace("BASE", basename(folder));
      expect(await uriOf(`${start}${name}`)).toBe("notes%20100%25/a%2Cb.contributions.yaml");
    },
  );

  it("names a file outside of the current folder by its file address", async () => {
    const folder = await inFolder({ [name]: inMeeting(untagged), "here/x": "" });
    process.chdir("here");
    expect(await uriOf(`../${name}`)).toBe(`file://${folder}/notes%20100%25/a,b.contributions.yaml`);
  });

  it("has no embedded links, which viewers make live", async () => {
    const item = '  - title: x\n    themes: none\n    "[Fix](command:a)": 1\n';
    await inFolder({ [name]: inMeeting(item) });
    for (const path of [name, "[Sign in](https://evil.example)"]) {
      const log = JSON.stringify(await report("sarif", path));
      expect(log).toMatch(/\[Fix\] \(command:a\)|\[Sign|%5BSign/);
      expect(log).not.toContain("](");
    }
  });

  it("states that the run succeeded, or what could not be read", async () => {
    await inFolder({ [name]: inMeeting(untagged) });
    const invocationsOf = async (...paths: readonly string[]) =>
      (await report<{ runs: readonly { invocations: unknown }[] }>("sarif", ...paths)).runs[0]?.invocations;
    expect(await invocationsOf(".")).toEqual([{ executionSuccessful: true }]);
    expect(await invocationsOf("gone 1", ".")).toEqual([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          {
            level: "error",
            message: { text: "Cannot be read: no such file or folder" },
            locations: [{ physicalLocation: { artifactLocation: { uri: "gone%201" } } }],
          },
        ],
      },
    ]);
  });
});

interface Issue {
  readonly fingerprint: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

describe("gitlab", () => {
  it("has an issue for each path that could not be read", async () => {
    await inFolder({});
    const issues = await report<readonly Issue[]>("gitlab", "gone", "also gone");
    expect(issues).toMatchObject(
      ["gone", "also gone"].map((path) => ({
        description: "Cannot be read: no such file or folder",
        check_name: "unreadable",
        severity: "critical",
        location: { path, lines: { begin: 1 } },
      })),
    );
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(2);
  });

  it("has what a Code Quality report needs", async () => {
    await inFolder({ [name]: inMeeting(untagged + misspelt) });
    expect(await report("gitlab", `./${name}`)).toEqual([
      {
        description: "This contribution has no theme.",
        check_name: "untagged-item",
        fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
        severity: "minor",
        location: { path: name, lines: { begin: 5 } },
      },
      {
        description: "Unknown theme: `securty`. Did you mean `security`?",
        check_name: "unknown-theme",
        fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
        severity: "major",
        location: { path: name, lines: { begin: 7 } },
      },
    ]);
  });

  const fingerprints = async (items: string): Promise<readonly string[]> => {
    await inFolder({ "a.contributions.yaml": inMeeting(items) });
    return (await report<readonly Issue[]>("gitlab", "a.contributions.yaml")).map(
      ({ fingerprint }) => fingerprint,
    );
  };

  it("keeps fingerprints when lines shift and other findings go", async () => {
    const before = await fingerprints(`${untagged}  - title: Harbor\n${misspelt}`);
    const shifted = await fingerprints(
      `# a line\n\n  - title: Harbor\n  - title: new\n    themes: none\n${misspelt}`,
    );
    expect(shifted).toEqual(before.slice(1));
  });

  it("gives each finding its own, also where one text says the same twice", async () => {
    const found = await fingerprints(`${misspelt}${misspelt.replace("x", "y")}${untagged}${untagged}`);
    expect(found).toHaveLength(5);
    expect(new Set(found).size).toBe(5);
  });

  it("names one place the same, however the path was given", async () => {
    const folder = await inFolder({ "m/a.contributions.yaml": inMeeting(untagged) });
    const ways = ["m", "./m/a.contributions.yaml", `${folder}/m`];
    const reports = await Promise.all(ways.map((path) => report("gitlab", path)));
    expect(reports[1]).toEqual(reports[0]);
    expect(reports[2]).toEqual(reports[0]);
  });
});

describe("github", () => {
  it("writes workflow commands, escaped", async () => {
    await inFolder({
      [name]: inMeeting(`${untagged}  - title: y\n    themes: ["100%\\r\\n::error::"]\n`),
    });
    const { out, code } = await wlcgNotes("check", name, "--format", "github");
    const file = "notes 100%25/a%2Cb.contributions.yaml";
    expect(out.split("\n")).toEqual([
      `::warning file=${file},line=5,col=12,endLine=5,endColumn=16,title=untagged-item::This contribution has no theme.`,
      expect.stringMatching(/^::error file=notes 100%25\/a%2Cb.*::Unknown theme: `100%25.*$/),
      "",
    ]);
    expect(code).toBe(1);
  });

  it("names what could not be read at its path", async () => {
    await inFolder({ [name]: inMeeting("  - title: x\n    themes: none\n") });
    const { out, code } = await wlcgNotes("check", "gone: 1", name, "--format", "github");
    expect([code, out]).toEqual([
      2,
      "::error file=gone%3A 1,title=unreadable::Cannot be read: no such file or folder\n",
    ]);
  });
});

describe("gitlab and github", () => {
  it.each(["", "./", "HERE/", "../BASE/"])("name %sFILE from the current folder", async (before) => {
    const folder = await inFolder({ "m/a.contributions.yaml": inMeeting(untagged) });
    const path = `${before.replace("HERE", folder).replace("BASE", basename(folder))}m`;
    const [issue] = await report<readonly Issue[]>("gitlab", path);
    expect(issue?.location.path).toBe("m/a.contributions.yaml");
    const { out } = await wlcgNotes("check", path, "--format", "github");
    expect(out).toContain("::warning file=m/a.contributions.yaml,");
  });

  it.skipIf(process.platform === "win32")("leave a backslash in a name as it is", async () => {
    await inFolder({ "back\\slash.contributions.yaml": inMeeting(untagged) });
    const [issue] = await report<readonly Issue[]>("gitlab", ".");
    expect(issue?.location.path).toBe("back\\slash.contributions.yaml");
    const { out } = await wlcgNotes("check", ".", "--format", "github");
    expect(out).toContain("file=back\\slash.contributions.yaml,");
  });
});
