import { defineConfig } from "vitest/config";

export default defineConfig({
  // property tests on a busy machine
  test: { testTimeout: 20_000, include: ["test/**/*.test.ts"], exclude: ["test/browser/**", "test/vscode/**", "test/workbench/**"] },
});
