import { defineConfig } from "vitest/config";

/** The slow suite: fuzzing, memory, and the server and the command line in separate processes. */
export default defineConfig({
  test: {
    setupFiles: ["test/support/seed.ts"],
    include: ["test/**/*.slow.test.ts"],
    maxWorkers: "100%",
    // distinguishes a hang from a busy machine; no test measures time
    testTimeout: 60_000,
  },
});
