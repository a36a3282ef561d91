// Runs a program that goes on until it is stopped, or until this process ends in any way.
import { spawn, spawnSync } from "node:child_process";
import { createWriteStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";

/**
 * @typedef {object} Service
 * @property {() => Promise<void>} stop
 * @property {() => boolean} isRunning
 * @property {() => Promise<string>} log
 */

/** Ends the program when standard input ends, which the operating system sees to when our process is killed. */
const guard = `
exec 3<&0
signal=$1; shift
"$@" </dev/null 3<&- &
child=$!
{ read -r _ <&3; kill -s "$signal" "$child"; } 2>/dev/null &
exec 3<&-
wait "$child"
`;

/** How long a program may take, before we take it for hung: no test depends on it. */
const patience = 120_000;

/**
 * @param {object} options
 * @param {readonly string[]} options.command
 * @param {string} options.logFile
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {"TERM" | "INT"} [options.stopSignal]
 * @param {import("./account.mjs").Account | undefined} [options.account]
 * @returns {Service}
 */
export function startService({ command, logFile, env = process.env, stopSignal = "TERM", account }) {
  const output = createWriteStream(logFile);
  const child = spawn("/bin/sh", ["-c", guard, "sh", stopSignal, ...command], {
    cwd: "/",
    env,
    stdio: ["pipe", "pipe", "pipe"],
    ...account,
  });
  child.stdout.pipe(output, { end: false });
  child.stderr.pipe(output, { end: false });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.once("error", () => {});
  child.stdin.on("error", () => {});
  return {
    isRunning: () => child.exitCode === null && child.pid !== undefined,
    log: () => readFile(logFile, "utf8"),
    stop: async () => {
      child.stdin.end();
      if (child.exitCode === null) await Promise.race([ended, wait(patience, undefined, { ref: false })]);
      output.end();
    },
  };
}

/**
 * Asks until the service answers.
 * @param {Service} service
 * @param {() => boolean | Promise<boolean>} isReady
 * @returns {Promise<void>}
 */
export async function untilReady(service, isReady) {
  for (let waited = 0; waited < patience; waited += 100) {
    if (await isReady()) return;
    if (!service.isRunning()) break;
    await wait(100);
  }
  throw new Error(`A service did not start:\n${await service.log()}`);
}

/**
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import("node:child_process").SpawnSyncOptions} [options]
 * @returns {string} what it prints
 * @throws what it prints as errors
 */
export function run(program, args, options = {}) {
  const { status, error, stdout, stderr } = spawnSync(program, args, {
    cwd: "/",
    maxBuffer: 1 << 28,
    stdio: ["ignore", "pipe", "pipe"],
    ...options,
  });
  if (status !== 0) throw new Error(`${program} failed: ${error?.message ?? String(stderr).trim()}`);
  return String(stdout);
}
