// Loaded before a program: something happens each time it has written a safety copy. FAULT says what.
const { appendFileSync, renameSync, unlinkSync, writeFileSync } = require("node:fs");
const promises = require("node:fs").promises;
const { open, writeFile } = promises;
const [fault = "", ...names] = (process.env.FAULT ?? "").split(":");

/** @type {Record<string, (name: string) => void>} */
const faults = {
  append: (name) => appendFileSync(name, "# saved meanwhile\n"),
  remove: (name) => unlinkSync(name),
  rename: (name) => {
    writeFileSync(`${name}.new`, "# saved meanwhile\n");
    renameSync(`${name}.new`, name);
  },
  signal: (name) => void process.kill(process.pid, name),
};

let isDone = false;

/** @type {typeof writeFile} */
promises.writeFile = async (path, data, options) => {
  await writeFile(path, data, options);
  if (isDone) return;
  isDone = true;
  for (const name of names) faults[fault]?.(name);
};

/** A write into a file fails after its first ten bytes, as often as FAULT says. */
let failures = fault === "write" ? Number(names[0]) : 0;

/** @type {typeof open} */
promises.open = async (path, flags, mode) => {
  const handle = await open(path, flags, mode);
  if (typeof flags !== "number" || (flags & 2) === 0) return handle;
  const write = handle.write.bind(handle);
  handle.write = async (/** @type {any[]} */ ...args) => {
    if (failures <= 0) return write(.../** @type {[any]} */ (args));
    failures--;
    await write(args[0], 0, 10, 0);
    throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
  };
  return handle;
};
require("node:module").syncBuiltinESMExports();
