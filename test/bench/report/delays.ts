/** How long event loops were blocked during fast typing, as a table. */
import type { Delay } from "../editing/burst";
import { inColumns } from "./columns";
import { number } from "./table";

const shown = [50, 90, 99, 99.9];
/** milliseconds of one picture on a screen */
const frame = 16;

export function delayTable(delays: readonly Delay[]): string {
  const head = [
    "event loop in a burst of typing, ms",
    "size",
    ...shown.map((percentile) => `p${percentile}`),
    "max",
    `over ${frame} ms`,
  ];
  const rows = delays.map((delay) => [
    delay.server,
    delay.size.toLocaleString("en"),
    ...shown.map((percentile) => number(timeAt(delay, percentile))),
    number(delay.max),
    over(delay),
  ]);
  return inColumns([head, ...rows]);
}

function timeAt({ percentiles, max }: Delay, wanted: number): number {
  return percentiles.find(([percentile]) => percentile >= wanted)?.[1] ?? max;
}

/** About how many turns of the loop took longer than a frame. */
function over({ percentiles, count }: Delay): string {
  const [within] = percentiles.filter(([, time]) => time <= frame).at(-1) ?? [0];
  return number(Math.round((count * (100 - within)) / 100));
}
