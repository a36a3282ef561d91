// How esbuild bundles what is shipped.
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
