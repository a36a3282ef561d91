/** `npm run bench:agenda`: what an import takes after Indico answered, beside parsing and writing the same values. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { parse, stringify } from "yaml";
import { readAgenda } from "../../server/src/core/agenda/read/readAgenda";
import { agendaChanges } from "../../server/src/core/agenda/update/agendaChanges";
import { meetingText } from "../../server/src/core/agenda/write/meetingText";
import { readMeeting } from "../support/meeting";
import { inColumns } from "./report/columns";

/** 200 contributions, with speakers, links and descriptions. */
const file = "test/fixtures/indico/recorded/3.3.14/large.sessions.json";
const source = readFileSync(file, "utf8");
const text = imported();
const values: unknown = parse(text);

function agenda() {
  const reading = readAgenda(source);
  if ("problem" in reading) throw new Error(reading.problem);
  return reading.agenda;
}

function imported(): string {
  return meetingText(agenda());
}

/** Median milliseconds of 20 runs, and those of the first one. */
function measure(run: () => unknown): { readonly median: number; readonly first: number } {
  const times = Array.from({ length: 20 }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return { first: times[0] ?? 0, median: times.toSorted((one, other) => one - other)[10] ?? 0 };
}

function row(label: string, run: () => unknown): readonly string[] {
  const { first, median } = measure(run);
  const ratio = median / peer.median;
  return [label, first.toFixed(0), median.toFixed(1), `${ratio.toFixed(1)}×`];
}

const peer = measure(() => {
  JSON.parse(source);
  stringify(values);
});
const start = performance.now();
const { stderr } = spawnSync(process.execPath, ["dist/cli.js", "import", file], {
  encoding: "utf8",
  maxBuffer: 2 ** 26,
});
const whole = performance.now() - start;
if (stderr !== "") console.error(stderr);

console.log(
  inColumns([
    ["200 contributions, milliseconds", "first", "median", "by the peer's"],
    [
      "peer: JSON.parse, and yaml's stringify of the file",
      peer.first.toFixed(0),
      peer.median.toFixed(1),
      "1.0×",
    ],
    row("import: the answer as the text of a file", imported),
    row("update: the changes of a file that has them all", () => agendaChanges(readMeeting(text), agenda())),
    ["wlcg-notes import, start of the process included", whole.toFixed(0), "", ""],
  ]),
);
