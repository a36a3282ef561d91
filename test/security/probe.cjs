// Loaded before a program: tells on standard error whatever would reach the network or start another program.
const { syncBuiltinESMExports } = require("node:module");

/** @type {Readonly<Record<string, readonly string[]>>} */
const watched = {
  net: ["connect", "createConnection", "createServer"],
  tls: ["connect", "createServer"],
  http: ["request", "get", "createServer"],
  https: ["request", "get", "createServer"],
  http2: ["connect", "createServer"],
  dgram: ["createSocket"],
  dns: ["lookup", "resolve", "resolve4", "resolve6", "reverse"],
  child_process: ["spawn", "spawnSync", "exec", "execSync", "execFile", "execFileSync", "fork"],
  vm: ["runInThisContext", "runInNewContext", "runInContext"],
  worker_threads: ["Worker"],
};

/** @param {string} what */
function refused(what) {
  process.stderr.write(`[asked for ${what}]\n`);
  throw new Error(`The probe lets nobody use ${what}.`);
}

for (const [name, functions] of Object.entries(watched)) {
  const library = require(`node:${name}`);
  for (const each of functions) library[each] = () => refused(`${name}.${each}`);
}
Object.assign(require("node:net").Socket.prototype, { connect: () => refused("Socket.connect") });
for (const each of ["lookup", "resolve"])
  Object.assign(require("node:dns").promises, { [each]: () => refused(`dns.promises.${each}`) });
for (const each of ["fetch", "WebSocket", "EventSource", "eval"])
  Object.defineProperty(globalThis, each, { value: () => refused(each), configurable: true });
syncBuiltinESMExports();
