import { defineConfig } from "vitest/config";

/** The fast suite: no test starts a process or takes as long as a second. */
export default defineConfig({
  // the build of `yaml` that is shipped; the other one reads the environment at each token
  resolve: { alias: [{ find: /^yaml$/, replacement: `${import.meta.dirname}/node_modules/yaml/browser/index.js` }] },
  test: {
    setupFiles: ["test/support/seed.ts"],
    include: ["test/**/*.test.ts"],
    exclude: ["test/{browser,indico,vscode,workbench,long}/**", "test/**/*.slow.test.ts"],
    // the tests share no state, so that modules are loaded once
    isolate: false,
    pool: "forks",
    maxWorkers: "100%",
    // distinguishes a hang from a busy machine; no test measures time
    testTimeout: 30_000,
  },
});
