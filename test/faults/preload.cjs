// Loaded before a program: something happens each time it has written a safety copy. FAULT says what.
const fs = require("node:fs");
const { appendFileSync, renameSync, symlinkSync, unlinkSync, writeFileSync, writeSync } = fs;
const { promises } = fs;
const { writeFile } = promises;
const [fault = "", ...names] = (process.env.FAULT ?? "").split(":");

/** @type {Record<string, (name: string) => void>} */
const faults = {
  append: (name) => appendFileSync(name, "# saved meanwhile\n"),
  remove: (name) => unlinkSync(name),
  rename: (name) => {
    writeFileSync(`${name}.new`, "# saved meanwhile\n");
    renameSync(`${name}.new`, name);
  },
  swap: (name) => {
    renameSync(name, `${name}.old`);
    symlinkSync(`${process.cwd()}/outside`, name);
  },
  signal: (name) => void process.kill(process.pid, name),
};

let isDone = false;

/** @type {typeof writeFile} */
promises.writeFile = async (path, data, options) => {
  await writeFile(path, data, options);
  if (fault === "wait") await new Promise((resolve) => setTimeout(resolve, 20_000));
  if (isDone) return;
  isDone = true;
  for (const name of names) faults[fault]?.(name);
};

/** A write into a file fails after its first ten bytes, as often as FAULT says. */
let failures = fault === "write" ? Number(names[0]) : 0;

/** @param {any[]} args */
fs.writeSync = (...args) => {
  if (typeof args[1] === "string" || failures <= 0) return writeSync(.../** @type {[any, any]} */ (args));
  failures--;
  writeSync(args[0], args[1], 0, 10, 0);
  throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
};
require("node:module").syncBuiltinESMExports();
