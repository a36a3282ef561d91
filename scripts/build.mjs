// Bundles the client, the server and the command line into dist/.
import { chmod, copyFile, mkdir, readdir, readFile, rm } from "node:fs/promises";
import { build } from "esbuild";
import { shared } from "./bundling.mjs";
import { packagesOf, writeLicenses } from "./licenses.mjs";
import { root } from "./paths.mjs";

/**
 * The server loads the bundle for notes from the same folder, on the first request for notes.
 * @type {import("esbuild").Plugin}
 */
const notesApart = {
  name: "notes apart",
  setup(build) {
    build.onResolve({ filter: /\/notesRequests$/ }, () => ({ path: "./notes.js", external: true }));
  },
};

/**
 * The server and the command line load the readers of agendas from the same folder, when an agenda is read.
 * @type {import("esbuild").Plugin}
 */
const agendaApart = {
  name: "readers of agendas apart",
  setup(build) {
    build.onResolve({ filter: /\/agendaReaders$/ }, () => ({ path: "./agenda.js", external: true }));
  },
};

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
 * The built-in catalogue and its trained models are a separate bundle for the server and the command line.
 * @type {import("esbuild").Plugin}
 */
const builtInApart = {
  name: "built-in catalogue apart",
  setup(build) {
    build.onResolve({ filter: /\/generated\/(catalogue|models)$/ }, () => ({
      path: "./builtIn.js",
      external: true,
    }));
  },
};

/**
 * The command line loads the server from the same folder, and only for `lsp`.
 * @type {import("esbuild").Plugin}
 */
const serverApart = {
  name: "server apart",
  setup(build) {
    build.onResolve({ filter: /\/lsp\/stdio$/ }, () => ({ path: "./server.js", external: true }));
  },
};

/**
 * Help and version are shown without loading the commands, which are a separate bundle.
 * @type {import("esbuild").Plugin}
 */
const commandsApart = {
  name: "commands apart",
  setup(build) {
    build.onResolve({ filter: /\/(runCommand|actions\/\w+)$/ }, () => ({
      path: "./commands.js",
      external: true,
    }));
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
    plugins: [...shared.plugins, notesApart, agendaApart, builtInApart],
  }),
  build({ ...shared, entryPoints: ["server/src/features/notesRequests.ts"], outfile: "dist/notes.js" }),
  build({
    ...shared,
    entryPoints: ["server/src/core/agenda/read/agendaReaders.ts"],
    outfile: "dist/agenda.js",
    plugins: [...shared.plugins, oneEntityTable],
  }),
  build({ ...shared, entryPoints: ["server/src/host/catalogueWorker.ts"], outfile: "dist/catalogue.js" }),
  build({
    ...shared,
    stdin: {
      contents: `export { builtInCatalogue } from "./server/generated/catalogue";
        export { builtInModels } from "./server/generated/models";`,
      resolveDir: ".",
    },
    outfile: "dist/builtIn.js",
  }),
  build({
    ...shared,
    entryPoints: ["server/src/cli/main.ts"],
    outfile: "dist/cli.js",
    plugins: [...shared.plugins, serverApart, commandsApart],
    banner: { js: "#!/usr/bin/env node" },
  }),
  build({
    ...shared,
    entryPoints: ["server/src/cli/runCommand.ts"],
    outfile: "dist/commands.js",
    plugins: [...shared.plugins, serverApart, agendaApart, builtInApart],
    define: { "import.meta.url": "__filename" },
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
await chmod("dist/cli.js", 0o755);
