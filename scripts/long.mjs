// What takes too long for every commit: two hours of typing replayed, and two hundred kills in VS Code.
import { spawnSync } from "node:child_process";
import { root } from "./paths.mjs";

const runs = [
  { command: ["node_modules/vitest/vitest.mjs", "run", "--config", "vitest.long.config.mts"], env: {} },
  { command: ["scripts/vscode/runSuite.mjs"], env: { WLCG_NOTES_KILLS: "200" } },
];
for (const { command, env } of runs) {
  const options = { cwd: root, env: { ...process.env, ...env }, stdio: /** @type {const} */ ("inherit") };
  if (spawnSync(process.execPath, command, options).status !== 0) process.exitCode = 1;
}
