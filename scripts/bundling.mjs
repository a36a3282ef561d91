// How esbuild bundles what is shipped.
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** @type {import("esbuild").BuildOptions} */
export const shared = {
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  minify: true,
  metafile: true,
  legalComments: "none",
  logLevel: "warning",
};

/**
 * The server's own code takes the protocol's types from where the server's library has them, so that the bundle
 * holds them once.
 * @type {import("esbuild").Plugin}
 */
export const typesOnce = {
  name: "types once",
  setup(build) {
    const root = fileURLToPath(new URL("..", import.meta.url));
    const way = [
      "vscode-languageserver/node",
      "vscode-languageserver-protocol",
      "vscode-languageserver-types",
    ];
    build.onResolve({ filter: /^vscode-languageserver-types$/ }, async ({ kind, importer }) => {
      if (importer.includes("node_modules") || importer === "") return;
      let found = { path: `${root}package.json` };
      for (const step of way)
        found = await build.resolve(step, {
          kind,
          resolveDir: dirname(found.path),
          importer: `${root}node_modules/`,
        });
      return { path: found.path };
    });
  },
};
