// Measures the theme suggestions; see test/evaluation.
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const outfile = `${root}out/eval.cjs`;
await build({
  absWorkingDir: root,
  entryPoints: ["test/evaluation/run.ts"],
  bundle: true,
  platform: "node",
  format: "cjs",
  outfile,
});
await import(outfile);
