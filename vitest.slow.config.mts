import { defineConfig } from "vitest/config";

/** The slow suite: fuzzing, memory, and the server and the command line in processes of their own. */
export default defineConfig({
  test: {
    setupFiles: ["test/support/seed.ts"],
    include: ["test/**/*.slow.test.ts"],
    // tells a hang from a busy machine; no test is about time
    testTimeout: 30_000,
  },
});
