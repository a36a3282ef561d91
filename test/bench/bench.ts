/** `npm run bench`: what a person waits for in the editor, beside another server and beside one that does nothing. */
import { writeFileSync } from "node:fs";
import { compareArchive } from "./archive/compare";
import { bundleTable } from "./bundles";
import { compare } from "./editing/compare";
import { kindsOf } from "./editing/kinds";
import { readOptions } from "./options";
import { delayTable } from "./report/delays";
import { writeDocs } from "./report/docs";
import { table } from "./report/table";

const root = process.cwd();
const options = readOptions(process.argv.slice(2));
const print = (line: string): void => console.error(line);
const started = performance.now();
const { series, delays } = await compare(root, options, print);
if (options.json !== undefined)
  writeFileSync(options.json, `${JSON.stringify({ series, delays }, null, 1)}\n`);
const tables = [table(series), delayTable(delays)];
if (options.isWhole) {
  print("the command line");
  const peer = kindsOf(root, "").find(({ name }) => name === "peer");
  tables.push(await compareArchive(root, peer, { meetings: 1000, runs: 1 }));
}
tables.push(await bundleTable(root));
const text = tables.join("\n\n");
console.log(text);
console.log(`\n${Math.round((performance.now() - started) / 1000)} s in all`);
if (options.isWhole) writeDocs(root, series, text);
