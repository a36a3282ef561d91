/** `npm run bench`: what a person waits for in the editor, beside another server and beside one that does nothing. */
import { writeFileSync } from "node:fs";
import { compare } from "./editing/compare";
import { readOptions } from "./options";
import { delayTable } from "./report/delays";
import { table } from "./report/table";

const options = readOptions(process.argv.slice(2));
const { series, delays } = await compare(process.cwd(), options, (line) => console.error(line));
console.log(`${table(series)}\n\n${delayTable(delays)}`);
if (options.json !== undefined)
  writeFileSync(options.json, `${JSON.stringify({ series, delays }, null, 1)}\n`);
