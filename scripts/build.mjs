// Bundles the client, the server and the command line into dist/.
import { chmod, rm } from "node:fs/promises";
import { build } from "esbuild";

const watchable = {
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  minify: true,
  legalComments: "none",
  logLevel: "warning",
};

await Promise.all(
  ["dist/client.js", "dist/server.js", "dist/cli.js"].map((file) => rm(file, { force: true })),
);
await Promise.all([
  build({
    ...watchable,
    entryPoints: ["client/src/extension.ts"],
    outfile: "dist/client.js",
    external: ["vscode"],
  }),
  build({ ...watchable, entryPoints: ["server/src/entry/node.ts"], outfile: "dist/server.js" }),
  build({
    ...watchable,
    entryPoints: ["server/src/entry/cli.ts"],
    outfile: "dist/cli.js",
    banner: { js: "#!/usr/bin/env node" },
  }),
]);
await chmod("dist/cli.js", 0o755);
