/**
 * Every call that shows text to people, found in the sources. Each kind has one file that makes it and prepares the
 * text, by `core/text/displayText.ts`; a call anywhere else fails here.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { globSync } from "tinyglobby";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

interface Source {
  readonly file: string;
  /** without comments */
  readonly text: string;
}

const sources: readonly Source[] = globSync(["server/src/**/*.ts", "client/{src,webview}/**/*.ts"], {
  cwd: root,
})
  .sort()
  .map((file) => ({ file, text: withoutComments(readFileSync(`${root}/${file}`, "utf8")) }));

/** Does not change strings and templates: the `//` of an address is in one. */
function withoutComments(text: string): string {
  return text.replaceAll(
    /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\[\s\S]|[^`\\])*`)|\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*/gm,
    (_, literal = "") => literal,
  );
}

interface Kind {
  readonly kind: string;
  readonly call: RegExp;
  /** the files that may make it */
  readonly files: readonly string[];
}

const kinds: readonly Kind[] = [
  {
    kind: "messages and progress of VS Code",
    call: /\b(?:show(?:Information|Warning|Error)Message|setStatusBarMessage|withProgress|withScmProgress|createStatusBarItem|showInputBox|createQuickPick|createInputBox)\b/,
    files: ["client/src/shared/userInput.ts", "client/src/shared/userMessages.ts"],
  },
  {
    kind: "another name for VS Code's window, under which the calls are not found",
    call: /\bimport \* as \w+ from "vscode"|\bwindow\s+as\b|\b\w+\s*=\s*window\b(?!\.)|\bwindow\[/,
    files: [],
  },
  {
    kind: "titles of panels",
    call: /\b(?:panel|list|box)\.title\s*=(?!=)/,
    files: ["client/src/shared/userInput.ts", "client/src/shared/userMessages.ts"],
  },
  {
    kind: "output channels and logs of the editor",
    call: /\bcreateOutputChannel\b|\boutputChannel\.(?:append|replace)|\bconsole\.(?:log|info|warn|error|debug|trace)\(/,
    files: ["server/src/lsp/client/clientMessages.ts"],
  },
  {
    kind: "messages of the server",
    call: /\b(?:ShowMessage(?:Request|Notification)?|LogMessage|LogTrace|TelemetryEvent)\w*\b|window\/(?:show|log)|\.window\.show\w*|\.tracer\b|\btelemetry\b|\.sendProgress\b/,
    // the client receives them
    files: ["client/src/serverMessages.ts", "server/src/lsp/client/clientMessages.ts"],
  },
  {
    kind: "the standard streams",
    call: /\bprocess\.std(?:out|err)\.(?:write|end|pipe)\b|\bfrom "node:(?:tty|readline)"/,
    files: ["server/src/host/reportError.ts"],
  },
  {
    kind: "a standard stream that is handed on",
    call: /\bprocess\.std(?:out|err)\b(?!\.)/,
    files: ["server/src/cli/output/output.ts", "server/src/lsp/stdio.ts"],
  },
  {
    kind: "Markdown for hovers and documentation",
    call: /\bMarkupKind\.Markdown\b|\bkind: "markdown"|\bMarkedString\b|\bMarkdownString\b/,
    files: ["server/src/features/shared/markup.ts", "server/src/lsp/client/clientCapabilities.ts"],
  },
  {
    kind: "Markdown that is not escaped",
    call: /\bMarkdown\.trusted\(/,
    // a description in the schema that is part of this program
    files: ["server/src/features/shared/documentation.ts"],
  },
  { kind: "documents on standard output", call: /\boutput\.document\(/, files: documentWriters() },
  {
    kind: "JSON: that of documents is written by jsonText alone, all other is no document",
    call: /\bJSON\s*\.\s*stringify\b|\bJSON\[|=\s*JSON\b/,
    files: ["server/src/core/text/displayText.ts", ...otherJson()],
  },
];

/** Their text is for programs, or written to be read elsewhere; all other text of the command line goes line by line. */
function documentWriters(): readonly string[] {
  return ["server/src/cli/files/writeOutput.ts"];
}

/** Copies and comparisons, messages of the protocol, a value that is quoted in a message. */
function otherJson(): readonly string[] {
  return [
    "core/document/itemShorthand",
    "core/editGuard/collectedLines",
    "core/text/detached",
    "core/yaml/canonicalText",
    "features/shared/documentation",
    "host/archiveReader",
    "host/network/httpRequest",
    "lsp/transport/frameCheck",
    "lsp/client/registration",
    "lsp/notifications",
    "lsp/settings/settings",
    "lsp/transport/slicedJson",
  ].map((name) => `server/src/${name}.ts`);
}

describe("text is shown by the files that prepare it", () => {
  it.each(kinds)("$kind", ({ call, files }) => {
    const found = sources.filter(({ text }) => call.test(text)).map(({ file }) => file);
    expect(found.filter((file) => !files.includes(file))).toEqual([]);
    expect(files.filter((file) => !found.includes(file))).toEqual([]);
  });
});

/** The text after `name:` in object literals of a file, to the end of the line. */
function valuesOf(name: string, file: string): readonly string[] {
  const text = sources.find((source) => source.file === file)?.text ?? "";
  const values = text.matchAll(new RegExp(`(?<![\\w.?])${name}:\\s*([^\\n]+?),?$`, "gm"));
  return [...values].map(([, value = ""]) => value);
}

/** A text of this program alone, or one that was prepared. */
const isPrepared =
  /^(?:"[^"]*"|'[^']*'|`(?:[^`$]|\$(?!\{))*`)(?:,|$)|^(?:labelText|actionTitle|iconlessText|notificationText)\(|^string\b/;

const labels: readonly (readonly [file: string, name: string, allowed: readonly string[]])[] = [
  ["server/src/features/codeActions/codeActions.ts", "title", []],
  ["server/src/features/codeActions/agendaActions.ts", "title", []],
  ["server/src/features/agendaUpdate.ts", "label", ["string;", "labelText(label)", "iconlessText(label)"]],
  [
    "server/src/features/codeActions/suppressActions.ts",
    "title",
    ["`Disable ${finding.code} for this line`"],
  ],
  ["server/src/features/codeActions/tagAllAction.ts", "title", []],
  ["server/src/features/codeActions/tagAllAction.ts", "label", []],
  ["server/src/features/codeActions/tagAllAction.ts", "description", []],
  [
    "server/src/features/diagnostics/diagnostics.ts",
    "message",
    [
      '`${count} more ${count === 1 ? "diagnostic is" : "diagnostics are"} not shown; \\`wlcg-notes check\\` lists them all.`',
    ],
  ],
  ["server/src/features/completion/completion.ts", "label", []],
  ["server/src/features/completion/completion.ts", "description", []],
  ["server/src/features/completion/completion.ts", "detail", []],
  [
    "server/src/lsp/requests/agendaCommands.ts",
    "title",
    ["named.title, cancellation, workDoneToken, mayCreate: true };"],
  ],
  ["server/src/lsp/workspace/catalogueLoader.ts", "message", []],
  ["server/src/lsp/client/clientMessages.ts", "message", []],
];

describe("labels that clients show are prepared", () => {
  it.each(labels)("%s: %s", (file, name, allowed) => {
    const values = valuesOf(name, file);
    expect(values).not.toEqual([]);
    expect(values.filter((value) => !isPrepared.test(value) && !allowed.includes(value))).toEqual([]);
  });

  it("and each name of a symbol", () => {
    const names = valuesOf("name", "server/src/features/documentSymbols.ts");
    expect(names.length).toBeGreaterThan(3);
    expect(names.filter((name) => !/^iconlessText\(|^placedEntry\.entry\.name$/.test(name))).toEqual([]);
  });

  it("and each quick pick is one of this program's own texts, or an item without icons", () => {
    const { text = "" } = sources.find(({ file }) => file === "client/src/exportNotes.ts") ?? {};
    const picks = sources.filter((source) => /showQuickPick|showSaveDialog|showOpenDialog/.test(source.text));
    expect(picks.map(({ file }) => file)).toEqual([
      "client/src/agenda/chooseSource.ts",
      "client/src/exportNotes.ts",
      "client/src/tagAll.ts",
    ]);
    // its dialog for files has texts of this program alone
    const { text: chooseSource = "" } = sources.find(({ file }) => file === picks[0]?.file) ?? {};
    expect(chooseSource).toMatch(
      /showOpenDialog\(\{\s+title: "[^"]*",\s+openLabel: "[^"]*",\s+filters: fileTypes,\s+\}\)/,
    );
    for (const name of ["label", "description", "detail"])
      expect(valuesOf(name, "client/src/tagAll.ts")).toEqual([expect.stringMatching(/^iconlessText\(/)]);
    expect(text.match(/await pick\((\w+),/g)).toEqual(["await pick(formats,", "await pick(arrangements,"]);
    expect(text).toContain('import { formatNames } from "../../server/generated/formatNames";');
    expect(text).toMatch(/const arrangements = \[[^`$]*\] as const;/);
  });

  it("and each text of the lists and boxes that ask", () => {
    const { text = "" } = sources.find(({ file }) => file === "client/src/shared/userInput.ts") ?? {};
    const set = [
      ...text.matchAll(
        /(?:(?:list|box)\.(?:title|placeholder|prompt) = |^ {4}(?:label: |\.{3}\((?:description|detail) !== undefined && \{ \w+: ))(\w+)/gm,
      ),
    ];
    expect(set.map(([, call]) => call)).toEqual(Array(7).fill("iconlessText"));
  });

  it("and the language status and the progress say only what this program says", () => {
    for (const [file, call] of [
      ["client/src/status.ts", /item\.(?:text|name|detail)\s*=/],
      ["server/src/lsp/workspace/readingProgress.ts", /begin = \{ title: "[^"]*"/],
    ] as const) {
      const { text = "" } = sources.find((source) => source.file === file) ?? {};
      expect([file, call.test(text), /`[^`]*\$\{(?!\+\+this\.#count\})/.test(text)]).toEqual([
        file,
        true,
        false,
      ]);
    }
    const others = sources.filter(({ text }) =>
      /createLanguageStatusItem|createWorkDoneProgress|"\$\/progress"|workDoneProgress\/create/.test(text),
    );
    expect(others.map(({ file }) => file)).toEqual([
      "client/src/status.ts",
      "server/src/lsp/client/workDoneProgress.ts",
    ]);
  });
});

describe("the search for calls", () => {
  it.each([
    'window.showErrorMessage("x")',
    "const w = window;\nw.x()",
    'import * as vscode from "vscode"',
    'connection.window.showInformationMessage("x")',
    'connection.console.warn("x")',
    "connection.sendNotification(ShowMessageNotification.type, x)",
    'connection.sendNotification("window/logMessage", x)',
    'process.stdout.write("x")',
    "const stream = process.stderr;",
    'return { kind: "markdown", value };',
    "panel.title = name;",
    "output.document(JSON.stringify(rows));",
    "const { stringify } = JSON;",
  ])("finds %s", (code) => {
    expect(kinds.filter(({ call }) => call.test(withoutComments(code)))).not.toEqual([]);
  });

  it("looks at all sources, comments left out", () => {
    expect(sources.length).toBeGreaterThan(150);
    expect(withoutComments('a("https://x"); // b\n/* c */ `// d`')).toBe('a("https://x"); \n `// d`');
  });
});
