// Packs the extension as `dist/NAME-VERSION.vsix`.
import { rm } from "node:fs/promises";
import { createVSIX } from "@vscode/vsce";
import { vsix } from "./paths.mjs";
import { stageExtension } from "./stageExtension.mjs";

const folder = await stageExtension();
await rm(vsix, { force: true });
await createVSIX({
  cwd: folder,
  packagePath: vsix,
  dependencies: false,
  allowMissingRepository: true,
  rewriteRelativeLinks: false,
});
await rm(folder, { recursive: true });
