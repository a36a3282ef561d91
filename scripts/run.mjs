// Bundles a TypeScript program of this repository and runs it: `node scripts/run.mjs FILE [ARGUMENT…]`.
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { build, stop } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const [program = ""] = process.argv.splice(2, 1);
const outfile = `${root}out/${basename(program, ".ts")}.mjs`;
await build({
  absWorkingDir: root,
  entryPoints: [program],
  bundle: true,
  platform: "node",
  format: "esm",
  packages: "external",
  outfile,
});
await import(outfile);
// its service may outlive what it was asked, and hold the program
await stop();
