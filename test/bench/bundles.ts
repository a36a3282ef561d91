/** How large what is shipped is, beside the bare libraries bundled in the same way. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { shared } from "../../scripts/bundling.mjs";
import { inColumns } from "./report/columns";

const bareClient = 'export { LanguageClient } from "vscode-languageclient/node";';
const bareServer =
  'export { createConnection } from "vscode-languageserver/node"; export { parseDocument } from "yaml";';

/** Maximum bytes of the packages, and of the code that the server and the client load at their start beside the libraries. */
export const sizeLimits = { vsix: 800_000, npm: 700_000, server: 900_000, client: 60_000 } as const;

/** @param root the repository's folder, built */
export async function bundleTable(root: string): Promise<string> {
  const [client, server] = await Promise.all([bundled(root, bareClient), bundled(root, bareServer)]);
  const ownClient = sizeOf(`${root}/dist/extension.js`) + sizeOf(`${root}/dist/client.js`);
  const ownServer = sizeOf(`${root}/dist/server.js`) + startedWith(`${root}/dist/lib/server.mjs`);
  const vsix = readdirSync(`${root}/dist`).find((name) => name.endsWith(".vsix"));
  return inColumns([
    ["bytes", "ours", "bare", "more", "at most"],
    [
      "dist/extension.js and client.js, languageclient",
      ...numbers(ownClient, client, ownClient - client, sizeLimits.client),
    ],
    [
      "server at its start, languageserver and yaml",
      ...numbers(ownServer, server, ownServer - server, sizeLimits.server),
    ],
    ...(vsix
      ? [["VSIX", ...numbers(sizeOf(`${root}/dist/${vsix}`)), "", "", ...numbers(sizeLimits.vsix)]]
      : []),
  ]);
}

async function bundled(root: string, contents: string): Promise<number> {
  const { outputFiles } = await build({
    ...shared,
    stdin: { contents, resolveDir: root },
    external: ["vscode"],
    write: false,
  });
  return outputFiles[0]?.contents.length ?? 0;
}

/** Bytes of a module and of those that it imports statically. */
function startedWith(file: string): number {
  const seen = new Set<string>();
  const visit = (path: string): void => {
    if (seen.has(path)) return;
    seen.add(path);
    const source = readFileSync(path, "utf8");
    for (const [, name = ""] of source.matchAll(/(?:from|import) ?"(\.\/[^"]+)"/g))
      visit(join(dirname(path), name));
  };
  visit(file);
  return [...seen].reduce((sum, path) => sum + sizeOf(path), 0);
}

function sizeOf(file: string): number {
  return statSync(file).size;
}

function numbers(...values: readonly number[]): readonly string[] {
  return values.map((value) => Math.round(value).toLocaleString("en"));
}
