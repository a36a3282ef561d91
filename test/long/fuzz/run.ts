/** `npm run test:long:fuzz -- [--requests N] [--seed N] [--places N] [--wire N]`: all requests of an editor, for generated files. */
import fc from "fast-check";
import { anyFile } from "../../support/fuzz/damage";
import { positionsIn } from "../../support/fuzz/places";
import { requestsAt, wholeRequests } from "../../support/fuzz/requests";
import { yamlCases } from "../../support/fuzz/yamlCases";
import { readOptions } from "./options";
import { RequestTimes } from "./tally";
import { StdioClient } from "./wire";

const options = readOptions(process.argv.slice(2));
const print = (line: string): void => void process.stdout.write(`${line}\n`);
print(`Seed ${options.seed}, at least ${options.requests} generated requests.`);

const wire = await StdioClient.start();
const generated = new RequestTimes();
let files = 0;
for (let batch = 0; generated.count < options.requests; batch++) {
  for (const text of fc.sample(anyFile, { numRuns: 100, seed: options.seed + batch })) {
    if (generated.count >= options.requests) break;
    generated.ask(text, [...wholeRequests, ...positionsIn(text, options.places).flatMap(requestsAt)]);
    if (files++ % options.wire === 0) await wire.ask(text, 20);
  }
  if (batch % 5 === 0)
    print(`… ${generated.count} requests, ${files} files, ${generated.failures.size} kinds of failure`);
}
print(`\nGenerated: ${generated.count} requests of ${files} files\n${generated.report()}`);

const suite = new RequestTimes();
for (const [at, text] of yamlCases.entries()) {
  suite.ask(text, [...wholeRequests, ...positionsIn(text).flatMap(requestsAt)]);
  if (at % 4 === 0) await wire.ask(text, 5);
}
print(
  `\nYAML test suite, every place: ${suite.count} requests of ${yamlCases.length} files\n${suite.report()}`,
);

print(
  `\nOver the wire: ${wire.count} requests, ${wire.failures.size} kinds of failure; peak memory ${await wire.end()} MB`,
);
const failures = [...generated.failures.values(), ...suite.failures.values(), ...wire.failures.values()];
for (const failure of failures) print(JSON.stringify(failure));
print(failures.length === 0 ? "\nNothing failed." : `\n${failures.length} kinds of failure.`);
process.exitCode = failures.length === 0 ? 0 : 1;
