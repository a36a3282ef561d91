import { defineConfig } from "vitest/config";

/** Tests with a real Indico server, which runs for all of them. */
export default defineConfig({
  test: {
    include: ["test/indico/**/*.test.ts"],
    globalSetup: ["test/indico/globalSetup.ts"],
    // the tests share the events of one server
    fileParallelism: false,
    // distinguishes a hang from a busy machine; no test measures time
    testTimeout: 60_000,
  },
});
