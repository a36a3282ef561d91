import { complain } from "../host/standardError";
import { main } from "./commands";
import { processStreams } from "./output/output";

const { streams, exitCode } = processStreams((code) => {
  process.exitCode = code;
});

// a language server has nothing to do without its client
if (process.argv[2] === "lsp")
  process.stdout.on("error", ({ code }: NodeJS.ErrnoException) => process.exit(code === "EPIPE" ? 0 : 2));

main(process.argv.slice(2), streams).then(
  (code) => {
    if (code !== undefined) process.exitCode = exitCode(code);
  },
  (error: unknown) => {
    complain(`failed: ${error instanceof Error ? error.stack : String(error)}`);
    process.exitCode = 2;
  },
);
