import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { People } from "../../../server/src/core/shorthand/people";
import { shorthandOf } from "../../../server/src/core/shorthand/shorthand";
import type { Shorthand, ShorthandContext } from "../../../server/src/core/shorthand/types";

interface LabelledLine {
  readonly label: "action" | "decision" | "none";
  readonly line: string;
  readonly owners?: readonly string[];
  readonly id?: string;
  readonly due?: string;
  readonly status?: string;
}

interface LabelledLines {
  readonly date: string;
  readonly nextMeeting?: string;
  readonly people: readonly string[];
  readonly lines: readonly LabelledLine[];
}

function labelledLines(name: string): LabelledLines & { readonly context: ShorthandContext } {
  const path = join(import.meta.dirname, "../../data/minutes", `${name}.yaml`);
  const data = parse(readFileSync(path, "utf8")) as LabelledLines;
  const { date, nextMeeting } = data;
  const context = {
    people: new People(data.people),
    date,
    ...(nextMeeting !== undefined && { nextMeeting }),
  };
  return { ...data, context };
}

const data = labelledLines("lines");
const { context } = data;

interface Figures {
  readonly precision: number;
  readonly recall: number;
  readonly wrong: readonly string[];
}

function figuresOf(lines: readonly LabelledLine[], context: ShorthandContext): Figures {
  const labelOf = ({ line }: LabelledLine): LabelledLine["label"] =>
    shorthandOf(line, context)?.kind ?? "none";
  const found = lines.filter((line) => labelOf(line) !== "none");
  const right = found.filter((line) => labelOf(line) === line.label);
  const marked = lines.filter(({ label }) => label !== "none");
  return {
    precision: right.length / found.length,
    recall: right.length / marked.length,
    wrong: lines
      .filter((line) => labelOf(line) !== line.label)
      .map((line) => `${line.label} read as ${labelOf(line)}: ${line.line}`),
  };
}

/** The actions with other owners, another number, date or status than their label. */
function wrongValues(lines: readonly LabelledLine[], context: ShorthandContext): readonly string[] {
  const details = ({ owners, id, due, status }: Partial<LabelledLine>) =>
    JSON.stringify([[...(owners ?? [])], id, due, status ?? "open"]);
  return lines.flatMap((line) => {
    const read: Shorthand | undefined = shorthandOf(line.line, context);
    if (read?.kind !== "action" || line.label !== "action") return [];
    return details(read) === details(line)
      ? []
      : [`${details(read)} instead of ${details(line)}: ${line.line}`];
  });
}

const halves = {
  odd: data.lines.filter((_, at) => at % 2 === 0),
  even: data.lines.filter((_, at) => at % 2 === 1),
} as const;

describe("lines of minutes", () => {
  it("has at least 200 labelled lines", () => expect(data.lines.length).toBeGreaterThanOrEqual(200));

  it.each(["odd", "even"] as const)("finds actions and decisions among the %s lines", (half) => {
    const { precision, recall, wrong } = figuresOf(halves[half], context);
    if (process.env.SHORTHAND_FIGURES === half) console.log(half, precision, recall, wrong);
    expect(precision, wrong.join("\n")).toBeGreaterThanOrEqual(0.98);
    expect(recall, wrong.join("\n")).toBeGreaterThanOrEqual(0.9);
  });

  it.each(["odd", "even"] as const)("reads owners, number and date of the %s lines", (half) => {
    const wrong = wrongValues(halves[half], context);
    if (process.env.SHORTHAND_FIGURES === half) console.log(half, wrong);
    const actions = halves[half].filter(({ label }) => label === "action");
    expect(1 - wrong.length / actions.length, wrong.join("\n")).toBeGreaterThanOrEqual(0.9);
  });
});

describe.each(["operations", "forums"])("lines of minutes about operations and AI: %s", (name) => {
  const { lines, context } = labelledLines(name);

  it("are found", () => {
    const { precision, recall, wrong } = figuresOf(lines, context);
    expect(precision, wrong.join("\n")).toBeGreaterThanOrEqual(0.96);
    expect(recall, wrong.join("\n")).toBeGreaterThanOrEqual(0.98);
  });

  it("have their owners, number and date", () => {
    const wrong = wrongValues(lines, context);
    expect(wrong.length, wrong.join("\n")).toBeLessThanOrEqual(1);
  });
});

describe("actions with a status", () => {
  const people = new People(["Val Visitor", "R. Jonas"]);
  const read = (line: string): Shorthand | undefined => shorthandOf(line, { people, date: "2024-01-12" });

  it.each([
    "Action 649.1: done",
    "ACTION 649.1 (Val): Closed.",
    "**Action 649.2:** ongoing",
    "ACTION 649.3: [DONE]",
    "Action A12: in progress",
  ])("that only report it are no new actions: %s", (line) => expect(read(line)).toBeUndefined());

  it.each([
    ["ACTION (ongoing): Val to watch the queue", ["Val Visitor"], "in-progress"],
    ["ACTION 12 (done): Val to watch the queue", ["Val Visitor"], "done"],
    ["ACTION 12 [open] RJ: watch the queue", ["R. Jonas"], "open"],
    ["Action: all: watch the queue", ["all"], "open"],
    ["Action: **Val** to watch the queue", ["Val Visitor"], "open"],
    ["Action: *Val*: watch the queue", ["Val Visitor"], "open"],
    ["Action: **Watch** the queue", [], "open"],
  ])("name owners apart from it: %s", (line, owners, status) =>
    expect(read(line)).toMatchObject({ kind: "action", owners, status }),
  );
});

describe("labels that are words of prose too", () => {
  const people = new People(["Bob Hale", "Robert J. Dane", "Mary Lee", "Sam Stone"]);
  const read = (line: string): Shorthand | undefined => shorthandOf(line, { people, date: "2020-01-13" });

  it.each([
    "A100 (GPU) nodes are full",
    "A100 (NVIDIA): 30 units",
    "AP (wifi): broken in the room",
    "- [ ] AI (GPU) nodes",
    "AI (ML) workloads",
    "AI: nodes bought before January 2018",
    "AI: what can we use by Friday?",
    "AI: Bob showed the new tools",
    "AI - Bob Hale",
    "AI 2020: a year of GPUs",
  ])("are prose without an owner and a due date: %s", (line) => expect(read(line)).toBeUndefined());

  it.each([
    ["- [ ] AI: update the page", []],
    ["AP (Bob): fix the wifi", ["Bob Hale"]],
    ["AP: Bob to fix the wifi", ["Bob Hale"]],
    ["A12 (XY): fix the wifi", ["XY"]],
    ["AI RJD ask the sites", ["Robert J. Dane"]],
    ["ACTION RD, SS report", ["Robert J. Dane", "Sam Stone"]],
    ["AI (by Friday): ask the sites", []],
  ])("are actions with an owner, in a box or due: %s", (line, owners) =>
    expect(read(line)).toMatchObject({ kind: "action", owners }),
  );
});

describe("due dates", () => {
  const people = new People(["Bob Hale", "Sam Stone"]);
  const context = { people, date: "2020-01-13", nextMeeting: "2020-02-10" };

  it.each([
    ["Action (Sam): ask", undefined],
    ["Action (Bob, Sam): ask", undefined],
    ["Action (Sam, Friday): ask", "2020-01-17"],
    ["Action (Bob, Fri, 24 Jan 2020): ask", "2020-01-24"],
    ["ACTION Bob, due 20 January: ask", "2020-01-20"],
    ["Action on Bob by Friday: ask", "2020-01-17"],
    ["Azione: scrivere entro l'8 febbraio", "2020-02-08"],
    ["Azione: scrivere entro un mese", "2020-02-13"],
    ["Azione: scrivere prima di venerdì prossimo", "2020-01-17"],
    ["Azione: scrivere entro la prossima riunione", "2020-02-10"],
    ["Aufgabe: schreiben bis nächste Woche", "2020-01-24"],
    ["Aufgabe: schreiben in zwei Wochen", "2020-01-27"],
    ["Aufgabe: schreiben wie vor zwei Wochen", undefined],
    ["Action : écrire avant la fin de la semaine", "2020-01-17"],
    ["Action : écrire d\u2019ici la prochaine réunion", "2020-02-10"],
  ])("are read in each language of the labels: %s", (line, due) => {
    const read = shorthandOf(line, context);
    expect(read?.kind === "action" && read.due).toBe(due);
  });
});

describe("lines with hidden characters", () => {
  it("give texts and owners without bidirectional controls and line separators", () => {
    const context = { people: new People(["Bob Hale"]), date: "2020-01-13" };
    expect(shorthandOf("ACTION (X\u202eY Z): ask\u2028all \u2066sites", context)).toMatchObject({
      text: "Ask all sites",
      owners: ["X Y Z"],
    });
  });
});
