import { complain, processStreams } from "./cli/io";
import { main } from "./cli/main";
import { reason } from "./reason";

/** Who reads no further has had enough; all else is an output that cannot be written. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  complain(`standard output: ${reason(error)}`);
  process.exit(2);
});

main(process.argv.slice(2), processStreams()).then(
  (code) => {
    if (code !== undefined) process.exitCode = code;
  },
  (error: unknown) => {
    complain(`failed: ${error instanceof Error ? error.stack : String(error)}`);
    process.exitCode = 2;
  },
);
