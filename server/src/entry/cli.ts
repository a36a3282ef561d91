import { progressLine } from "./cli/io";
import { main } from "./cli/main";
import { reason } from "./reason";

/** Who reads no further has had enough; all else is an output that cannot be written. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  process.stderr.write(`wlcg-notes: standard output: ${reason(error)}\n`);
  process.exit(2);
});

main(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  colours: process.stdout.isTTY === true && process.env.TERM !== "dumb" && !process.env.NO_COLOR,
  ...(process.stderr.isTTY && {
    progress: progressLine(
      (text) => void process.stderr.write(text),
      () => performance.now(),
    ),
  }),
}).then(
  (code) => {
    if (code !== undefined) process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`wlcg-notes failed: ${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 2;
  },
);
