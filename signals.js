"use strict";
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);

// server/src/entry/cli/signals.ts
var signals_exports = {};
__export(signals_exports, {
  Interrupted: () => Interrupted,
  withoutInterruption: () => withoutInterruption
});
module.exports = __toCommonJS(signals_exports);
var import_node_os = require("node:os");
var names = ["SIGINT", "SIGTERM", "SIGHUP"];
var sameSignal = 100;
var Interrupted = class extends Error {
  /** 128 and the signal's number, as shells count */
  exitCode;
  /** @param options the error that the work ended with, if any, as `cause` */
  constructor(signal, options) {
    super(`interrupted by ${signal}`, options);
    this.exitCode = exitCodeOf(signal);
  }
};
async function withoutInterruption(work) {
  const caught = {};
  const note = (signal) => {
    const now = performance.now();
    if (caught.time !== void 0 && now - caught.time >= sameSignal) process.exit(exitCodeOf(signal));
    caught.signal ??= signal;
    caught.time ??= now;
  };
  for (const name of names) process.on(name, note);
  try {
    await work();
    await new Promise(setImmediate);
  } catch (error) {
    throw caught.signal ? new Interrupted(caught.signal, { cause: error }) : error;
  } finally {
    for (const name of names) process.off(name, note);
  }
  return caught.signal && new Interrupted(caught.signal);
}
function exitCodeOf(signal) {
  return 128 + import_node_os.constants.signals[signal];
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  Interrupted,
  withoutInterruption
});
