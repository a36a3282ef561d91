/** The medians over the sizes as an SVG: a panel a measure, a line a server, both axes logarithmic. */
import type { ServerName } from "../editing/kinds";
import type { Series } from "../editing/samples";
import { logScale, type Scale } from "./scale";
import { median } from "./statistics";

const panel = { width: 330, height: 230, left: 52, right: 60, top: 34, bottom: 34 };
const columns = 2;

/** The marks of a line: its colour, its dashes, and its name at its end. */
const strokes: Readonly<Record<ServerName, { readonly name: string; readonly dashes: string }>> = {
  ours: { name: "ours", dashes: "" },
  "ours, pushing": { name: "pushing", dashes: "7 3" },
  peer: { name: "peer", dashes: "2 3" },
  stub: { name: "stub", dashes: "10 3 2 3" },
};

const style = `
    text { font: 11px system-ui, sans-serif; fill: #1f2328; }
    .head { font-weight: 600; }
    .grid { stroke: #d1d9e0; }
    .line { fill: none; stroke-width: 2; }
    .ours { stroke: #0550ae; } .ours-pushing { stroke: #6639ba; } .peer { stroke: #bc4c00; } .stub { stroke: #59636e; }
    @media (prefers-color-scheme: dark) {
      text { fill: #f0f6fc; }
      .grid { stroke: #3d444d; }
      .ours { stroke: #79c0ff; } .ours-pushing { stroke: #d2a8ff; } .peer { stroke: #ffa657; } .stub { stroke: #9198a1; }
    }`;

/** @param measures the names of those that get a panel; what has no values gets none */
export function curves(series: readonly Series[], measures: readonly string[]): string {
  const shown = measures.filter((measure) => pointsOf(series, measure).length > 0);
  const width = columns * panel.width;
  const height = Math.ceil(shown.length / columns) * panel.height;
  const panels = shown.map(
    (measure, at) =>
      `  <g transform="translate(${(at % columns) * panel.width} ${Math.floor(at / columns) * panel.height})">\n${drawn(series, measure)}\n  </g>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title description">
  <title id="title">What a person waits for, by the size of the file</title>
  <desc id="description">${escaped(described(series, shown))}</desc>
  <style>${style}
  </style>
${panels.join("\n")}
</svg>
`;
}

interface Point {
  readonly server: ServerName;
  readonly size: number;
  readonly value: number;
}

function pointsOf(series: readonly Series[], measure: string): readonly Point[] {
  return series
    .filter((one) => one.measure === measure)
    .flatMap(({ server, size, values }) => {
      const value = median(values);
      return value !== undefined && Number.isFinite(value) && value > 0 ? [{ server, size, value }] : [];
    })
    .sort((a, b) => a.size - b.size);
}

function drawn(series: readonly Series[], measure: string): string {
  const points = pointsOf(series, measure);
  const xScale = logScale(
    points.map(({ size }) => size),
    panel.left,
    panel.width - panel.right,
  );
  const yScale = logScale(
    points.map(({ value }) => value),
    panel.height - panel.bottom,
    panel.top,
  );
  const unit = series.find((one) => one.measure === measure)?.unit ?? "ms";
  const servers = [...new Set(points.map(({ server }) => server))];
  return [
    `    <text class="head" x="${panel.left}" y="18">${escaped(measure)}, ${unit}</text>`,
    ...yScale.ticks.map((tick) => horizontal(tick, yScale)),
    ...xScale.ticks.map((tick) => caption(tick, xScale)),
    ...servers.map((server) => line(server, points, xScale, yScale)),
  ].join("\n");
}

function horizontal(tick: number, yScale: Scale): string {
  const y = round(yScale.place(tick));
  return `    <path class="grid" d="M${panel.left} ${y}H${panel.width - panel.right}"/><text x="${panel.left - 6}" y="${y + 4}" text-anchor="end">${label(tick)}</text>`;
}

function caption(tick: number, xScale: Scale): string {
  return `    <text x="${round(xScale.place(tick))}" y="${panel.height - panel.bottom + 18}" text-anchor="middle">${label(tick)}</text>`;
}

function line(server: ServerName, points: readonly Point[], xScale: Scale, yScale: Scale): string {
  const places = points
    .filter((point) => point.server === server)
    .map(({ size, value }) => [round(xScale.place(size)), round(yScale.place(value))] as const);
  const [x, y] = places.at(-1) ?? [0, 0];
  const { name, dashes } = strokes[server];
  const dashed = dashes === "" ? "" : ` stroke-dasharray="${dashes}"`;
  return `    <polyline class="line ${server.replaceAll(/\W+/g, "-")}"${dashed} points="${places.map(([px, py]) => `${px},${py}`).join(" ")}"/><text x="${x + 4}" y="${y + 4}">${name}</text>`;
}

/** The picture as text, for readers who cannot see it. */
function described(series: readonly Series[], measures: readonly string[]): string {
  return measures
    .map((measure) => {
      const points = pointsOf(series, measure);
      const unit = series.find((one) => one.measure === measure)?.unit ?? "ms";
      const servers = [...new Set(points.map(({ server }) => server))].map((server) => {
        const own = points.filter((point) => point.server === server);
        return `${server}: ${own.map(({ size, value }) => `${label(value)} at ${label(size)}`).join(", ")}`;
      });
      return `${measure}, in ${unit} by contributions: ${servers.join("; ")}.`;
    })
    .join(" ");
}

function label(value: number): string {
  return value.toLocaleString("en", { maximumSignificantDigits: 3 });
}

function round(place: number): number {
  return Math.round(place * 10) / 10;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
