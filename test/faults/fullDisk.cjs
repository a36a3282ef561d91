// Loaded before a program: a disk that is full after the first half of whatever is written.
const promises = require("node:fs").promises;
const { writeFile } = promises;

/** @type {typeof writeFile} */
promises.writeFile = async (path, data, options) => {
  const bytes = Buffer.from(/** @type {Buffer} */ (data));
  await writeFile(path, bytes.subarray(0, bytes.length / 2), options);
  throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
};
require("node:module").syncBuiltinESMExports();
