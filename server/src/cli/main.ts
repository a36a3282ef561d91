import { reportError } from "../host/reportError";
import { processStreams } from "./output/output";
import { run } from "./run";

const { streams, exitCode } = processStreams((code) => {
  process.exitCode = code;
});

// a language server has nothing to do without its client
if (process.argv[2] === "lsp")
  process.stdout.on("error", ({ code }: NodeJS.ErrnoException) => process.exit(code === "EPIPE" ? 0 : 2));

run(process.argv.slice(2), streams).then(
  (code) => {
    if (code !== undefined) process.exitCode = exitCode(code);
  },
  (error: unknown) => {
    reportError(`internal error: ${error instanceof Error ? error.stack : String(error)}`);
    process.exitCode = 2;
  },
);
