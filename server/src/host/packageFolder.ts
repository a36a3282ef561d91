import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** @returns the folder of the package that this module belongs to: the nearest one above with a `package.json` */
export function packageFolder(): string {
  let folder = __dirname;
  while (!existsSync(join(folder, "package.json")) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}
