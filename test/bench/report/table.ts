/** What was measured as a table for people, and what it means in ratios. */
import { peerDebounce, type ServerName, serverNames } from "../editing/kinds";
import type { Series } from "../editing/samples";
import { inColumns } from "./columns";
import { median, quantile } from "./statistics";

/** Which servers others are set against. */
type Rival = "peer" | "stub";

/** One row a measure and size: median and p95 of each server, and how ours compares with the others. */
export function table(series: readonly Series[]): string {
  const servers = serverNames.filter((name) => series.some(({ server }) => server === name));
  const head = [
    "median / p95",
    "size",
    ...servers,
    ...(servers.includes("peer") ? ["peer:ours", "no debounce"] : []),
    ...(servers.includes("stub") ? ["ours:stub"] : []),
  ];
  const rows = rowsOf(series).map((row) => [
    `${row.measure}${row.unit === "ms" ? "" : `, ${row.unit}`}`,
    row.size.toLocaleString("en"),
    ...servers.map((server) => cell(row.of(server))),
    ...(servers.includes("peer") ? [ratio(row, "peer"), withoutDebounce(row)] : []),
    ...(servers.includes("stub") ? [ratio(row, "stub")] : []),
  ]);
  return inColumns([head, ...rows]);
}

interface Row {
  readonly measure: string;
  readonly unit: string;
  readonly size: number;
  of(server: ServerName): readonly number[];
}

/** By measure in the order they were taken, then by size. */
function rowsOf(series: readonly Series[]): readonly Row[] {
  const measures = [...new Map(series.map(({ measure, unit }) => [measure, unit]))];
  const sizes = [...new Set(series.map(({ size }) => size))].sort((a, b) => a - b);
  return measures.flatMap(([measure, unit]) =>
    sizes.map((size) => ({
      measure,
      unit,
      size,
      of: (server) =>
        series.find((one) => one.measure === measure && one.size === size && one.server === server)?.values ??
        [],
    })),
  );
}

/** How many times the peer's is ours, or ours the stub's; by the server that pulls. */
function ratio(row: Row, rival: Rival): string {
  const [own, other] = [median(row.of("ours")), median(row.of(rival))];
  if (own === undefined || other === undefined) return "";
  return times(rival === "peer" ? other / own : own / other);
}

/** The same where the peer's own wait is taken off: only findings wait for it. */
function withoutDebounce(row: Row): string {
  const [own, other] = [median(row.of("ours")), median(row.of("peer"))];
  if (own === undefined || other === undefined || !row.measure.includes("diagnostics")) return "";
  return times(Math.max(0, other - peerDebounce) / own);
}

function times(ratio: number): string {
  if (Number.isNaN(ratio)) return "";
  return Number.isFinite(ratio) ? `${number(ratio)}×` : "∞";
}

function cell(values: readonly number[]): string {
  const [middle, high] = [quantile(values, 0.5), quantile(values, 0.95)];
  return middle === undefined || high === undefined ? "–" : `${number(middle)} / ${number(high)}`;
}

/** Three digits or so. */
export function number(value: number): string {
  if (!Number.isFinite(value)) return "never";
  return value.toLocaleString("en", { maximumFractionDigits: value < 10 ? 1 : 0, useGrouping: true });
}
