// Writes the list of rules, the settings in package.json and the sections of docs/rules.md. Run in the repository's root.
import { readFileSync, writeFileSync } from "node:fs";
import { derivedFiles } from "./ruleFiles";

for (const [path, text] of derivedFiles()) {
  if (readFileSync(path, "utf8") !== text) writeFileSync(path, text);
}
