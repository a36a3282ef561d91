// The options of esbuild for all bundles.
import { root } from "./paths.mjs";

/**
 * The browser build of `yaml` is the same code without logging: the other build reads the environment at each
 * token, which takes a third of the parse time.
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
