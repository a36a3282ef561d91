/** `npm run test:long:growth`: how the time of each request grows with the length of what it may stumble over. */
import type { Position } from "vscode-languageserver-types";
import type { View } from "../../../server/src/features/view";
import { requestsAt, wholeRequests } from "../../support/fuzz/requests";
import { traps } from "../../support/fuzz/traps";
import { viewOf } from "../../support/meeting";

const sizes = [5_000, 10_000, 20_000];
/** milliseconds below which growth is chance */
const noise = 100;
/** so many times the time for twice the length is more than its share */
const tolerated = 3;

const at: Position = { line: 4, character: 5000 };
const requests = [
  { name: "reading", ask: (view: View) => void view.document.findings() },
  ...wholeRequests,
  ...requestsAt(at),
];

let slow = 0;
for (const trap of traps) {
  const times = requests.map((): number[] => []);
  for (const size of sizes) {
    const view = viewOf(trap.text(size));
    requests.forEach(({ ask }, index) => {
      times[index]?.push(timed(() => ask(view)));
    });
  }
  requests.forEach(({ name }, index) => {
    const [, middle = 0, last = 0] = times[index] ?? [];
    if (last < noise || last < tolerated * middle) return;
    slow++;
    console.log(`${name}, ${trap.name}: ${times[index]?.map((time) => time.toFixed(0)).join(", ")} ms`);
  });
}
const asked = `${traps.length} traps, ${requests.length} requests of each at ${sizes.join(", ")} characters`;
console.log(`${asked}: ${slow} grow faster than they should.`);
process.exitCode = slow === 0 ? 0 : 1;

/** Milliseconds of processor time. */
function timed(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
