/** The imports of the house: which layer may use what, and no circles. */
import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { globSync } from "tinyglobby";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const files = globSync(["server/src/**/*.ts", "client/{src,webview}/**/*.ts"], { cwd: root }).sort();

/** What a file imports: paths below the root for its own kind, names for packages. */
function importsOf(file: string): readonly string[] {
  const source = readFileSync(join(root, file), "utf8");
  return [...source.matchAll(/^(?:import|export)\b[^;]*?from "([^"]+)"/gms)].map(([, specifier = ""]) =>
    specifier.startsWith(".") ? resolve(file, specifier) : specifier,
  );
}

function resolve(file: string, specifier: string): string {
  const path = relative(root, join(root, dirname(file), specifier));
  return files.find((candidate) => candidate === `${path}.ts`) ?? path;
}

const layers: Readonly<Record<string, readonly RegExp[]>> = {
  "server/src/core/": [
    /^server\/src\/core\//,
    /^server\/generated\/(validators|schema)/,
    /^(ajv|yaml|stemmer|fastest-levenshtein|ical-generator|markdown-it)$/,
  ],
  "server/src/features/": [/^server\/src\/(core|features)\//, /^(vscode-languageserver-types|yaml)$/],
  "server/src/entry/": [
    /^server\/(src|generated)\//,
    /^node:/,
    /^(vscode-.*|ajv|diff|tinyglobby|yaml)$/,
    /^package\.json$/,
  ],
  "client/webview/": [/^client\/webview\//, /^idiomorph$/],
  "client/src/": [
    /^client\/(src|webview\/messages)/,
    /^server\/src\/(entry\/(replaceFile|reason)|core\/shownText)\.ts$/,
    /^(vscode|vscode-languageclient\/node|node:(path|crypto))$/,
  ],
};

describe("the layers", () => {
  for (const [layer, allowed] of Object.entries(layers)) {
    const own = files.filter((file) => file.startsWith(layer));

    it(`${layer} exists and imports only what it may`, () => {
      expect(own).not.toEqual([]);
      const foreign = own.flatMap((file) =>
        importsOf(file)
          .filter((name) => !allowed.some((pattern) => pattern.test(name)))
          .map((name) => `${file} imports ${name}`),
      );
      expect(foreign).toEqual([]);
    });
  }

  it("hold every file", () => {
    expect(files.filter((file) => !Object.keys(layers).some((layer) => file.startsWith(layer)))).toEqual([]);
  });

  it("have no circles among values", () => {
    const seen = new Map<string, "open" | "done">();
    const circles: string[] = [];
    const walk = (file: string, trail: readonly string[]): void => {
      if (seen.get(file) === "open") circles.push([...trail.slice(trail.indexOf(file)), file].join(" > "));
      if (seen.has(file)) return;
      seen.set(file, "open");
      for (const next of valueImportsOf(file)) if (files.includes(next)) walk(next, [...trail, file]);
      seen.set(file, "done");
    };
    for (const file of files) walk(file, []);
    expect(circles).toEqual([]);
  });
});

/** Without `import type`, which is gone at run time. */
function valueImportsOf(file: string): readonly string[] {
  const source = readFileSync(join(root, file), "utf8");
  const typeOnly = [...source.matchAll(/^import type\b[^;]*?from "([^"]+)"/gms)].map(([, name = ""]) =>
    resolve(file, name),
  );
  return importsOf(file).filter((name) => !typeOnly.includes(name));
}

describe("the packages that only the build needs", () => {
  it("are imported as types alone", () => {
    const values = /^(?:import|export)\b(?! type\b)[^;]*? from "ajv\b/m;
    expect(files.filter((file) => values.test(readFileSync(join(root, file), "utf8")))).toEqual([]);
  });
});

describe("the core", () => {
  it("asks neither the clock, nor the disk, nor chance", () => {
    const offenders = files
      .filter((file) => file.startsWith("server/src/core/"))
      .filter((file) =>
        /\b(Date\.now|new Date\(\)|Math\.random|process\.|fetch\()/.test(
          readFileSync(join(root, file), "utf8"),
        ),
      );
    expect(offenders).toEqual([]);
  });
});

describe("requests to the client", () => {
  it("all go through one place, which handles refusals and missing answers", () => {
    const calls =
      /\.sendRequest\(|connection\.(client|window|workspace)\b|\.(sendProgress|createWorkDoneProgress|getConfiguration|getWorkspaceFolders|applyEdit|register)\(/;
    const around = files
      .filter((file) => file.startsWith("server/src/") && file !== "server/src/entry/client.ts")
      .filter((file) =>
        calls.test(readFileSync(join(root, file), "utf8").replaceAll(/^import\b[^;]*;/gms, "")),
      );
    expect(around).toEqual([]);
  });
});
