import { progressLine } from "./cli/io";
import { main } from "./cli/main";
import { streamsOf } from "./cli/streams";

const { out, err, exitCode } = streamsOf(process.stdout, process.stderr, (code) => {
  process.exitCode = code;
});

// a language server has nothing to do without its client
if (process.argv[2] === "lsp")
  process.stdout.on("error", ({ code }: NodeJS.ErrnoException) => process.exit(code === "EPIPE" ? 0 : 2));

main(process.argv.slice(2), {
  out,
  err,
  colours: process.stdout.isTTY === true && process.env.TERM !== "dumb" && !process.env.NO_COLOR,
  ...(process.stderr.isTTY && { progress: progressLine(err, () => performance.now()) }),
}).then(
  (code) => {
    if (code !== undefined) process.exitCode = exitCode(code);
  },
  (error: unknown) => {
    err(`wlcg-notes failed: ${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 2;
  },
);
