// How esbuild bundles what is shipped.
import { dirname } from "node:path";
import { root } from "./paths.mjs";

/**
 * The build that `yaml` makes for browsers is the same code, but it does not ask the environment at each token whether
 * tokens are to be logged: that takes a third of the time to parse.
 * @type {import("esbuild").Plugin}
 */
const yamlWithoutLog = {
  name: "yaml without log",
  setup(build) {
    build.onResolve({ filter: /^yaml$/ }, () => ({ path: `${root}/node_modules/yaml/browser/index.js` }));
  },
};

/** @satisfies {import("esbuild").BuildOptions} */
export const shared = {
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  minify: true,
  metafile: true,
  legalComments: "none",
  logLevel: "warning",
  plugins: [yamlWithoutLog],
};

/**
 * The server's own code takes the protocol's types from where the server's library has them, so that the bundle
 * holds them once.
 * @type {import("esbuild").Plugin}
 */
export const typesOnce = {
  name: "types once",
  setup(build) {
    const way = [
      "vscode-languageserver/node",
      "vscode-languageserver-protocol",
      "vscode-languageserver-types",
    ];
    build.onResolve({ filter: /^vscode-languageserver-types$/ }, async ({ kind, importer }) => {
      if (importer.includes("node_modules") || importer === "") return;
      let found = { path: `${root}/package.json` };
      for (const step of way)
        found = await build.resolve(step, {
          kind,
          resolveDir: dirname(found.path),
          importer: `${root}/node_modules/`,
        });
      return { path: found.path };
    });
  },
};
