import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    setupFiles: ["test/support/seed.ts"],
    include: ["test/**/*.test.ts"],
    exclude: ["test/browser/**", "test/vscode/**", "test/workbench/**", "test/long/**"],
    // tells a hang from a busy machine; no test is about time
    testTimeout: 30_000,
  },
});
