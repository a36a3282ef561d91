// Bundles the client, the server and the command line into dist/.
import { chmod, copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { build } from "esbuild";
import { shared } from "./bundling.mjs";
import { editorSchema } from "./editorSchema.mjs";
import { packagesOf, writeLicenses } from "./licenses.mjs";
import { root } from "./paths.mjs";

/**
 * The writer of Markdown looks up named characters in the table that the parser of HTML has, instead of its own one.
 * @type {import("esbuild").Plugin}
 */
const oneEntityTable = {
  name: "one table of named characters",
  setup(build) {
    build.onResolve({ filter: /^decode-named-character-reference$/ }, () => ({
      path: "decode-named-character-reference",
      namespace: "entity-table",
    }));
    build.onLoad({ filter: /.*/, namespace: "entity-table" }, () => ({
      contents: `import { decodeHTMLStrict } from "entities/decode";
        export function decodeNamedCharacterReference(name) {
          const text = decodeHTMLStrict("&" + name + ";");
          return text.endsWith(";") && text.startsWith("&") ? false : text;
        }`,
      resolveDir: `${root}/node_modules/htmlparser2`,
    }));
  },
};

/**
 * The programs are small and load the rest from `dist/lib`, so that help, version and the start of the extension's server
 * wait for nothing else.
 * @type {import("esbuild").Plugin}
 */
const libraryApart = {
  name: "library apart",
  setup(build) {
    build.onResolve({ filter: /\/program$/ }, () => ({ path: "./lib/server.mjs", external: true }));
    // `runCommand` runs the commands, from its own copy of their table
    build.onResolve({ filter: /\/(runCommand|actions\/\w+|lsp\/stdio)$/ }, () => ({
      path: "./lib/commands.mjs",
      external: true,
    }));
  },
};

/**
 * The actions of all commands are one module, since they share nearly all of their code.
 * @type {import("esbuild").Plugin}
 */
const oneModuleOfActions = {
  name: "one module of actions",
  setup(build) {
    build.onResolve({ filter: /\/actions\/\w+$/, namespace: "file" }, ({ kind, importer }) =>
      kind === "dynamic-import" && /[\\/]commands[\\/]/.test(importer)
        ? { path: "actions", namespace: "actions" }
        : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: "actions" }, async () => {
      const folder = `${root}/server/src/cli/actions`;
      const names = (await readdir(folder)).map((name) => name.replace(/\.ts$/, ""));
      return {
        contents: names.map((name) => `export * from "./${name}";`).join("\n"),
        resolveDir: folder,
      };
    });
  },
};

/**
 * The extension is activated before its client library is loaded, which is a separate bundle.
 * @type {import("esbuild").Plugin}
 */
const sessionApart = {
  name: "session apart",
  setup(build) {
    build.onResolve({ filter: /^\.\/session$/ }, () => ({ path: "./client.js", external: true }));
  },
};

await mkdir("dist", { recursive: true });
await rm("dist/lib", { recursive: true, force: true });
const stale = (await readdir("dist")).filter((name) => /\.(js|css|txt)$/.test(name));
await Promise.all(stale.map((name) => rm(`dist/${name}`)));
const bundles = await Promise.all([
  build({
    ...shared,
    entryPoints: ["client/src/extension.ts"],
    outfile: "dist/extension.js",
    external: ["vscode"],
    plugins: [sessionApart],
  }),
  build({
    ...shared,
    entryPoints: ["client/src/session.ts"],
    outfile: "dist/client.js",
    external: ["vscode"],
  }),
  build({
    ...shared,
    entryPoints: ["server/src/lsp/main.ts"],
    outfile: "dist/server.js",
    plugins: [libraryApart],
  }),
  build({
    ...shared,
    entryPoints: ["server/src/cli/main.ts"],
    outfile: "dist/cli.js",
    plugins: [libraryApart],
    banner: { js: "#!/usr/bin/env node" },
  }),
  build({
    ...shared,
    entryPoints: {
      server: "server/src/lsp/program.ts",
      commands: "server/src/cli/runCommand.ts",
      catalogue: "server/src/host/catalogueWorker.ts",
    },
    outdir: "dist/lib",
    outExtension: { ".js": ".mjs" },
    chunkNames: "[name]-[hash]",
    format: "esm",
    splitting: true,
    plugins: [...shared.plugins, oneEntityTable, oneModuleOfActions],
    define: { __dirname: "import.meta.dirname" },
    // for the packages in CommonJS
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
  }),
  build({
    ...shared,
    platform: "browser",
    target: "es2022",
    format: "iife",
    entryPoints: ["client/webview/page.ts"],
    outfile: "dist/preview.js",
  }),
]);
/** @type {string[]} */
const generated = JSON.parse(await readFile("server/generated/packages.json", "utf8"));
const bundled = bundles.flatMap(({ metafile }) => (metafile ? packagesOf(metafile) : []));
await writeLicenses([...new Set([...generated, ...bundled])].sort(), "dist/licenses.txt");
await copyFile("client/webview/page.css", "dist/preview.css");
await writeFile("dist/contributions.schema.json", await editorSchema());
await chmod("dist/cli.js", 0o755);
