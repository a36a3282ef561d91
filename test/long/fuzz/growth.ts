/** `npm run test:long:growth`: how the time of each request grows with the length of what it may stumble over. */
import type { Position } from "vscode-languageserver-types";
import type { View } from "../../../server/src/features/shared/view";
import { requestsAt, wholeRequests } from "../../support/fuzz/requests";
import { type SlowText, slowTexts } from "../../support/fuzz/traps";
import { viewOf } from "../../support/meeting";

const longSizes = [5_000, 10_000, 20_000];
/** what doubles with each repetition takes for ever of longer ones */
const shortSizes = [40, 55, 70];
/** milliseconds below which growth is chance */
const minMilliseconds = 100;
/** so many times the time for twice the length is more than its share */
const maxRatio = 3;

const cursor: Position = { line: 4, character: 5000 };
const requests = [
  { name: "reading", ask: (view: View) => void view.document.findings() },
  ...wholeRequests,
  ...requestsAt(cursor),
];

let slow = 0;
for (const [index, trap] of slowTexts.entries()) {
  if (index % 50 === 0) console.log(`… ${index} of ${slowTexts.length} traps`);
  for (const sizes of [shortSizes, longSizes]) slow += countSlowRequests(trap, sizes);
}
const asked = `${slowTexts.length} traps, ${requests.length} requests of each at ${[...shortSizes, ...longSizes].join(", ")} characters`;
console.log(`${asked}: ${slow} grow faster than they should.`);
process.exitCode = slow === 0 ? 0 : 1;

/** @returns of how many requests the time grows too fast with the trap's size, each of which it names */
function countSlowRequests(trap: SlowText, sizes: readonly number[]): number {
  const views = sizes.map((size) => viewOf(trap.text(size)));
  let slow = 0;
  for (const { name, ask } of requests) {
    let times = views.map((view) => processorMilliseconds(() => ask(view)));
    // what other work of the machine slowed is asked again
    for (let again = 0; growsTooFast(times) && again < 3; again++) {
      const anew = sizes
        .map((size) => viewOf(trap.text(size)))
        .map((view) => processorMilliseconds(() => ask(view)));
      times = times.map((time, at) => Math.min(time, anew[at] ?? time));
    }
    if (!growsTooFast(times)) continue;
    slow++;
    console.log(`${name}, ${trap.name}: ${times.map((time) => time.toFixed(0)).join(", ")} ms`);
  }
  return slow;
}

function growsTooFast([first = 0, middle = 0, last = 0]: readonly number[]): boolean {
  return last >= minMilliseconds && last >= maxRatio * Math.max(middle, 2 * first);
}

/** Milliseconds of processor time. */
function processorMilliseconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
