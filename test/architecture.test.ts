/**
 * Import rules: a folder imports only the folders before it, type imports included, and no files import each
 * other in a circle.
 */
import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { globSync } from "tinyglobby";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Every folder with source files, from the ground up. Each may import itself and those before it. */
const order = [
  "server/src/core/text",
  "server/src/core/time",
  "server/src/core/schema",
  "server/src/core/shorthand",
  "server/src/core/findings",
  "server/src/core/catalogue",
  "server/src/core/yaml",
  "server/src/core/syntaxErrors",
  "server/src/core/document",
  "server/src/core/cursor",
  "server/src/core/suggest",
  "server/src/core/rules/shared",
  "server/src/core/rules/values",
  "server/src/core/rules/keys",
  "server/src/core/rules/entries",
  "server/src/core/rules/themes",
  "server/src/core/rules/structure",
  "server/src/core/rules/root",
  "server/src/core/rules",
  "server/src/core/analysis",
  "server/src/core/editGuard",
  "server/src/core/formatting",
  "server/src/core/fixes",
  "server/src/core/agenda",
  "server/src/core/agenda/markdown",
  "server/src/core/agenda/lines",
  "server/src/core/agenda/text",
  "server/src/core/agenda/page",
  "server/src/core/agenda/indico",
  "server/src/core/agenda/calendar",
  "server/src/core/agenda/read",
  "server/src/core/agenda/write",
  "server/src/core/agenda/update",
  "server/src/core/editing",
  "server/src/core/coverage",
  "server/src/core/notes/read",
  "server/src/core/notes/arrange",
  "server/src/core/notes/markdown",
  "server/src/core/notes/html",
  "server/src/core/notes/calendar",
  "server/src/core/notes/template",
  "server/src/core/notes",
  "server/src/core/minutes",
  "server/src/features/shared",
  "server/src/features/diagnostics",
  "server/src/features/codeActions",
  "server/src/features/completion",
  "server/src/features",
  "server/src/host/network",
  "server/src/host/indico",
  "server/src/host",
  "server/src/lsp/client",
  "server/src/lsp/settings",
  "server/src/lsp/workspace",
  "server/src/lsp/agenda",
  "server/src/lsp/transport",
  "server/src/lsp/requests",
  "server/src/lsp",
  "server/src/cli/output",
  "server/src/cli/files",
  "server/src/cli/reports",
  "server/src/cli/actions",
  "server/src/cli/commands",
  "server/src/cli",
  "client/webview",
  "client/src/shared",
  "client/src/preview",
  "client/src/indico",
  "client/src/agenda",
  "client/src",
];

/** What else the files below a path may import: packages, generated modules, and what the order alone would allow. */
const outside: readonly { readonly below: string; readonly may: readonly RegExp[]; readonly not?: RegExp }[] =
  [
    {
      below: "server/src/core/",
      may: [
        /^server\/generated\/(codeSeverities|validators|schema)$/,
        /^(yaml|stemmer|fastest-levenshtein|ical-generator|markdown-it|mustache|ajv)$/,
        /^(htmlparser2|ical\.js|hast|hast-util-to-mdast|mdast|mdast-util-to-markdown|mdast-util-gfm-(table|strikethrough))$/,
      ],
    },
    { below: "server/src/features/", may: [/^(vscode-languageserver-types|yaml)$/] },
    {
      below: "server/src/host/",
      may: [/^server\/generated\//, /^node:/, /^(yaml|ajv)$/],
      not: /^server\/src\/features\//,
    },
    { below: "server/src/lsp/", may: [/^server\/generated\//, /^node:/, /^vscode-/] },
    {
      below: "server/src/cli/",
      may: [/^server\/generated\//, /^node:/, /^(tinyglobby|diff|package\.json)$/],
      not: /^server\/src\/(lsp|features)\//,
    },
    { below: "client/webview/", may: [/^idiomorph$/], not: /^server\// },
    {
      below: "client/src/",
      may: [/^server\/generated\/formatNames$/, /^(vscode|vscode-languageclient\/node|node:(path|crypto))$/],
      not: /^(server\/src\/(?!host\/(replaceFile|errorText|meetingTarget)\.ts$|core\/text\/displayText\.ts$)|client\/webview\/(?!messages\.ts$))/,
    },
  ];

type Sources = ReadonlyMap<string, string>;

const sources: Sources = new Map(
  globSync(["server/src/**/*.ts", "client/{src,webview}/**/*.ts"], { cwd: root })
    .sort()
    .map((file) => [file, readFileSync(join(root, file), "utf8")]),
);

/** What a file imports, types included: paths below the root for its own kind, names for packages. */
function importsOf(file: string, all: Sources): readonly string[] {
  const source = all.get(file) ?? "";
  const statements = source.matchAll(/^(?:import|export)\b(?:[^;"]*?from )?\s*"([^"]+)"/gms);
  // `import("./a").A` in a type; `await import("./a")` is loaded later
  const inTypes = source.matchAll(/(?<!await )\bimport\("([^"]+)"\)/g);
  return [...statements, ...inTypes].map(([, name = ""]) =>
    name.startsWith(".") ? resolved(file, name, all) : name,
  );
}

function resolved(file: string, specifier: string, all: Sources): string {
  const path = relative(root, join(root, dirname(file), specifier));
  return [`${path}.ts`, `${path}/index.ts`].find((candidate) => all.has(candidate)) ?? path;
}

/** The place of a file's own folder in the order; -1 where it has none. */
function rankOf(file: string): number {
  return order.indexOf(dirname(file));
}

/** Each import that the order or the list of packages forbids. */
function forbiddenImports(all: Sources): readonly string[] {
  return [...all.keys()].flatMap((file) =>
    importsOf(file, all)
      .filter((name) => !isAllowed(file, name, all))
      .map((name) => `${file} imports ${name}`),
  );
}

function isAllowed(file: string, name: string, all: Sources): boolean {
  const { may = [], not } = outside.find(({ below }) => file.startsWith(below)) ?? {};
  if (not?.test(name)) return false;
  return all.has(name) ? rankOf(name) <= rankOf(file) : may.some((pattern) => pattern.test(name));
}

/** Circles of imports, each as the files on the way. */
function circlesIn(all: Sources): readonly string[] {
  const seen = new Map<string, "open" | "done">();
  const circles: string[] = [];
  const walk = (file: string, trail: readonly string[]): void => {
    if (seen.get(file) === "open") circles.push([...trail.slice(trail.indexOf(file)), file].join(" > "));
    if (seen.has(file)) return;
    seen.set(file, "open");
    for (const next of importsOf(file, all)) if (all.has(next)) walk(next, [...trail, file]);
    seen.set(file, "done");
  };
  for (const file of all.keys()) walk(file, []);
  return circles;
}

/** The sources with one more import in a file. */
function planted(file: string, line: string): Sources {
  return new Map(sources).set(file, `${line}\n${sources.get(file) ?? ""}`);
}

describe("the folders", () => {
  it("are all in the order, and all have files", () => {
    const folders = new Set([...sources.keys()].map((file) => dirname(file)));
    expect([...folders].sort()).toEqual([...order].sort());
  });

  it("import only those before them", () => {
    expect(forbiddenImports(sources)).toEqual([]);
  });

  it("have no files that import each other in a circle", () => {
    expect(circlesIn(sources)).toEqual([]);
  });

  it("are those that the architecture page names, in this order", () => {
    const page = readFileSync(join(root, "docs/architecture.md"), "utf8");
    const named = [...page.matchAll(/^### `([\w/]+)\/`/gm)].map(([, folder]) => folder);
    expect(named).toEqual(order);
  });

  it("hold only folders in the core", () => {
    const loose = [...sources.keys()].filter((file) => dirname(file) === "server/src/core");
    expect(loose).toEqual([]);
  });
});

describe("a planted import is found", () => {
  const cases: readonly (readonly [file: string, line: string, fault: string])[] = [
    [
      "server/src/core/document/block.ts",
      'import type { UnitRule } from "../rules/shared/rule";',
      "server/src/core/document/block.ts imports server/src/core/rules/shared/rule.ts",
    ],
    [
      "server/src/core/document/updateBlocks.ts",
      'export type Planted = import("../rules/shared/rule").UnitRule;',
      "server/src/core/document/updateBlocks.ts imports server/src/core/rules/shared/rule.ts",
    ],
    [
      "server/src/core/text/range.ts",
      'export type { Finding } from "../findings/finding";',
      "server/src/core/text/range.ts imports server/src/core/findings/finding.ts",
    ],
    [
      "server/src/cli/actions/check.ts",
      'import type { Workspace } from "../../lsp/workspace/workspace";',
      "server/src/cli/actions/check.ts imports server/src/lsp/workspace/workspace.ts",
    ],
    ["server/src/core/text/lines.ts", 'import "node:fs";', "server/src/core/text/lines.ts imports node:fs"],
    [
      "client/src/status.ts",
      'import { hover } from "../../server/src/features/hover";',
      "client/src/status.ts imports server/src/features/hover.ts",
    ],
  ];
  it.each(cases)("%s: %s", (file, line, fault) => {
    expect(forbiddenImports(planted(file, line))).toEqual([fault]);
  });

  it("in a circle of types", () => {
    const circles = circlesIn(
      planted("server/src/core/text/range.ts", 'import type { LineColumn } from "./lines";'),
    );
    expect(circles).toEqual([
      "server/src/core/text/range.ts > server/src/core/text/lines.ts > server/src/core/text/range.ts",
    ]);
  });
});

describe("the command line", () => {
  it("loads the language server only for `lsp`, the readers of agendas only to read one, and the network only for a request", () => {
    const lazy = [...sources]
      .filter(([file]) => /^server\/src\/(cli|host)\//.test(file))
      .flatMap(([file, source]) =>
        [...source.matchAll(/import\("([^"]+)"\)/g)].map(([, name = ""]) => [
          file,
          resolved(file, name, sources),
        ]),
      );
    expect(
      lazy.filter(
        ([, name]) => !name?.startsWith("server/src/cli/actions/") && !name?.startsWith("server/generated/"),
      ),
    ).toEqual([
      ["server/src/cli/commands/lsp.ts", "server/src/lsp/stdio.ts"],
      ["server/src/cli/run.ts", "server/src/cli/runCommand.ts"],
      ["server/src/host/agendaFile.ts", "server/src/core/agenda/read/agendaReaders.ts"],
      ["server/src/host/indico/eventAgenda.ts", "server/src/core/agenda/read/agendaReaders.ts"],
      ["server/src/host/network/sendRequest.ts", "server/src/host/network/httpRequest.ts"],
    ]);
  });

  it("loads what a command does only when the command runs", () => {
    const loaded = new Set<string>();
    const load = (file: string): void => {
      if (loaded.has(file)) return;
      loaded.add(file);
      for (const next of importsOf(file, sources)) if (sources.has(next)) load(next);
    };
    load("server/src/cli/main.ts");
    const allowed =
      /^server\/src\/(cli\/\w+|cli\/(commands|output)\/\w+|host\/(errorText|reportError)|core\/text\/(characters|closestWord|displayText))\.ts$/;
    expect([...loaded].filter((file) => !allowed.test(file))).toEqual([]);
  });
});

describe("the packages that only the build needs", () => {
  it("are imported as types alone", () => {
    const values = /^(?:import|export)\b(?! type\b)[^;]*? from "ajv\b/m;
    expect([...sources].filter(([, source]) => values.test(source)).map(([file]) => file)).toEqual([]);
  });
});

describe("the core", () => {
  it("asks neither the clock, nor the disk, nor chance", () => {
    const calls = /\b(Date\.now|new Date\(\)|Math\.random|process\.|fetch\()/;
    const offenders = [...sources].filter(
      ([file, source]) => file.startsWith("server/src/core/") && calls.test(source),
    );
    expect(offenders.map(([file]) => file)).toEqual([]);
  });
});

describe("requests to the client", () => {
  it("all go through one place, which handles refusals and missing answers", () => {
    const calls =
      /\.sendRequest\(|connection\.(client|window|workspace)\b|\.(sendProgress|createWorkDoneProgress|getConfiguration|getWorkspaceFolders|applyEdit|register)\(/;
    const around = [...sources]
      .filter(([file]) => file.startsWith("server/src/") && file !== "server/src/lsp/client/client.ts")
      .filter(([, source]) => calls.test(source.replaceAll(/^import\b[^;]*;/gms, "")));
    expect(around.map(([file]) => file)).toEqual([]);
  });
});
