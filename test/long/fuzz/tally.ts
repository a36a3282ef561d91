/** What a run of requests came to. Times are milliseconds of processor time. */
import type { View } from "../../../server/src/features/shared/view";
import type { Request } from "../../support/fuzz/requests";
import { viewOf } from "../../support/meeting";

export interface Failure {
  readonly request: string;
  readonly problem: string;
  readonly text: string;
}

interface Times {
  count: number;
  total: number;
  slowest: number;
  slow: number;
}

/** What an ordinary file may take. */
const maxMilliseconds = 50;

export class RequestTimes {
  readonly failures = new Map<string, Failure>();
  readonly #times = new Map<string, Times>();

  get count(): number {
    return [...this.#times.values()].reduce((sum, { count }) => sum + count, 0);
  }

  /** Asks all of one file; a request that took too long is asked again of a fresh file, and the minimum counts. */
  ask(text: string, requests: readonly Request[]): void {
    const view = viewOf(text);
    for (const request of requests) {
      let minimum = timed(() => this.#answer(request, text, view));
      for (let again = 0; minimum > maxMilliseconds && again < 3; again++) {
        const fresh = viewOf(text);
        minimum = Math.min(
          minimum,
          timed(() => this.#answer(request, text, fresh)),
        );
      }
      this.#recordTime(request.name, minimum);
    }
  }

  #answer({ name, ask }: Request, text: string, view: View): void {
    let says: string | undefined;
    try {
      says = ask(view);
    } catch (error) {
      says = error instanceof Error ? (error.stack ?? error.message) : String(error);
    }
    if (says === undefined) return;
    const known = this.failures.get(kindOf(name, says));
    if (!known || text.length < known.text.length)
      this.failures.set(kindOf(name, says), { request: name, problem: says, text });
  }

  #recordTime(name: string, time: number): void {
    const kind = name.replace(/^(render|preview) .*/, "$1");
    const times = this.#times.get(kind) ?? { count: 0, total: 0, slowest: 0, slow: 0 };
    times.count++;
    times.total += time;
    times.slowest = Math.max(times.slowest, time);
    if (time > maxMilliseconds) times.slow++;
    this.#times.set(kind, times);
  }

  /** A line for each kind of request. */
  report(): string {
    const rows = [...this.#times].map(([name, { count, total, slowest, slow }]) =>
      [
        name.padEnd(24),
        String(count).padStart(9),
        (total / count).toFixed(3).padStart(9),
        slowest.toFixed(1).padStart(9),
        String(slow).padStart(7),
      ].join(" "),
    );
    return [`${"request".padEnd(24)}     count   mean ms  slowest   > ${maxMilliseconds} ms`, ...rows].join(
      "\n",
    );
  }
}

function timed(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** One cause is one failure, whatever the file. */
function kindOf(name: string, says: string): string {
  return `${name}: ${says.replaceAll(/"(?:[^"\\]|\\.)*"|\d+/g, "…").slice(0, 100)}`;
}
