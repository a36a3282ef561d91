import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { notesLines } from "../../../server/src/core/shorthand/notesLines";
import { People } from "../../../server/src/core/shorthand/people";
import { shorthandOf } from "../../../server/src/core/shorthand/shorthand";
import { mayHaveShorthand } from "../../../server/src/core/shorthand/shorthandLines";
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

describe.each(["operations", "forums", "boards"])("lines of minutes of other groups: %s", (name) => {
  const { lines, context } = labelledLines(name);

  it("are found", () => {
    const { precision, recall, wrong } = figuresOf(lines, context);
    expect(precision, wrong.join("\n")).toBeGreaterThanOrEqual(0.98);
    expect(recall, wrong.join("\n")).toBeGreaterThanOrEqual(0.98);
  });

  it("have their owners, number and date", () => {
    const wrong = wrongValues(lines, context);
    expect(wrong.length, wrong.join("\n")).toBeLessThanOrEqual(1);
  });
});

describe("actions that are due in a week of the calendar", () => {
  // 2024-01-12 is a Friday
  it.each([
    ["2024-01-09", "by the end of the week", "2024-01-12"],
    ["2024-01-09", "by next week", "2024-01-19"],
    ["2024-01-09", "by the beginning of next week", "2024-01-15"],
    ["2024-01-09", "by the middle of next week", "2024-01-17"],
    ["2024-01-12", "by next week", "2024-01-19"],
    ["2024-01-13", "by next week", "2024-01-19"],
    ["2024-01-14", "by the start of next week", "2024-01-15"],
    ["2024-01-13", "by the end of the week", "2024-01-19"],
    ["2024-01-12", "bis Anfang nächster Woche", "2024-01-15"],
  ])("have its day: on %s, %s", (date, due, expected) => {
    const people = new People([]);
    const line = `ACTION: A. Forti to ask the sites ${due}`;
    expect(shorthandOf(line, { people, date })).toMatchObject({ kind: "action", due: expected });
  });
});

describe("actions on things", () => {
  const isSystem = (name: string): boolean => name === "XCache" || name === "Prometheus";
  const people = new People(["Bob Scribe", "Tim O'Neill"], isSystem);
  const read = (line: string) => shorthandOf(line, { people, date: "2026-02-28" });

  it.each([
    ["Slides to be uploaded by Bob by Friday", "Slides to be uploaded by Bob", ["Bob Scribe"]],
    ["Harbor to be upgraded by Bob", "Harbor to be upgraded by Bob", ["Bob Scribe"]],
    ["CVMFS to be upgraded", "CVMFS to be upgraded", []],
    ["DNS to be fixed", "DNS to be fixed", []],
    ["XCache to move to Kubernetes", "XCache to move to Kubernetes", []],
    ["Prometheus to scrape the new nodes", "Prometheus to scrape the new nodes", []],
    ["Bob to be on call", "Be on call", ["Bob Scribe"]],
  ])("are not theirs: %s", (line, text, owners) => {
    expect(read(`ACTION: ${line}`)).toMatchObject({ text, owners });
  });

  it.each(["before Christmas", "Q1 2027", "after the F2F", "before the next GDB", "asap"])(
    "have no owner %s",
    (when) => {
      expect(read(`Action (Bob, ${when}): ask the sites`)).toMatchObject({ owners: ["Bob Scribe"] });
    },
  );
});

describe("actions with owners in other places", () => {
  const people = new People(["Bob Scribe", "Tim O'Neill", "Anne-Marie Lefèvre"]);

  it.each([
    ["write — Bob, by 3 Dec", "Write", ["Bob Scribe"]],
    ["write the report; Bob", "Write the report", ["Bob Scribe"]],
    ["Bob or Tim to draft", "Draft", ["Bob Scribe", "Tim O'Neill"]],
    ["A.-M. Lefèvre to ping", "Ping", ["Anne-Marie Lefèvre"]],
    ["A-M Lefevre to ping", "Ping", ["Anne-Marie Lefèvre"]],
    ["write; then ask", "Write; then ask", []],
  ])("are theirs: %s", (line, text, owners) => {
    expect(shorthandOf(`ACTION: ${line}`, { people, date: "2026-02-28" })).toMatchObject({ text, owners });
  });
});

describe("actions with other numbers than days", () => {
  const read = (line: string) => shorthandOf(line, { people: new People(["B. Scribe"]), date: "2026-02-28" });

  it.each([
    "remove PSP before 1.25",
    "move the sites before 1.29",
    "mail the sites (1.29)",
    "reduce the quota by 1/2",
    "reduce it by 1.5 GB",
    "upgrade the nodes by 1.25.3",
    "write not before 9 March",
    "answer by 03/04/2026",
    "answer by 04-05-2026",
    "answer by Wed 10 March",
    "answer by Friday 14",
    "answer by Friday in two weeks",
    "repeat what was due 20 November",
  ])("have no due date and keep their words: %s", (task) => {
    const sentence = task.charAt(0).toUpperCase() + task.slice(1);
    expect(read(`ACTION: B. Scribe to ${task}`)).toEqual({
      kind: "action",
      owners: ["B. Scribe"],
      status: "open",
      text: sentence,
    });
  });

  it.each([
    ["by Friday 13", "2026-03-13"],
    ["by Friday 13th", "2026-03-13"],
    ["by Monday 9th", "2026-03-09"],
    ["entro venerdì 13", "2026-03-13"],
    ["by week 12", "2026-03-20"],
    ["by end of Q1", "2026-03-31"],
    ["by Q4 2026", "2026-12-31"],
    ["by end of week 12", "2026-03-20"],
    ["by week 2", "2027-01-15"],
    ["by 9-13 March", "2026-03-13"],
    ["by 13/3", "2026-03-13"],
    ["by 5.3.2026", "2026-03-05"],
    ["by 12/4", "2026-04-12"],
    ["by 13/04/26", "2026-04-13"],
    ["by Tue 10 March", "2026-03-10"],
    ["by Friday 2 pm", "2026-03-06"],
    ["by 10 March 14:00", "2026-03-10"],
  ])("have the day %s", (due, expected) => {
    expect(read(`ACTION: B. Scribe to write ${due}`)).toMatchObject({ due: expected });
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
    ["ACTION: Done: Val to watch the queue", ["Val Visitor"], "done"],
    ["ACTION: Cancelled - Val to watch the queue", ["Val Visitor"], "dropped"],
    ["ACTION: In progress: Val to watch the queue", ["Val Visitor"], "in-progress"],
    ["ACTION: [ongoing] Val to watch the queue", ["Val Visitor"], "in-progress"],
    ["ACTION: **Done:** Val to watch the queue", ["Val Visitor"], "done"],
    ["ACTION: Dropped. Val to watch the queue", ["Val Visitor"], "dropped"],
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
    "A100 (NVIDIA): 30 devices",
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
  ])("are actions with an owner, a box or a due date: %s", (line, owners) =>
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

describe("lines of minutes with numbers, bold and brackets", () => {
  const people = new People([
    "Roger Jonas",
    "Jeremy Colbourne",
    "Mark Slater",
    "García Márquez, Gabriel",
    "Jan van der Berg",
  ]);
  const context = { people, date: "2026-11-30" };
  const [roger, jeremy, friday] = ["Roger Jonas", "Jeremy Colbourne", "2026-12-04"];

  it.each([
    ["**ACTION RJ:** write", [roger], undefined],
    ["**ACTION RJ**: write", [roger], undefined],
    ["**Action 812.3 RJ:** write", [roger], undefined],
    ["**AI RJ:** write", [roger], undefined],
    ["*ACTION RJ:* write", [roger], undefined],
    ["**ACTION (RJ)** write", [roger], undefined],
    ["**ACTION (RJ): write**", [roger], undefined],
    ["**Action: RJ** write", [roger], undefined],
    ["Action RJ to write", [roger], undefined],
    ["Action 812.3 RJ to write", [roger], undefined],
    ["ACTION (new): RJ to write", [roger], undefined],
    ["ACTION (carried over): RJ to write", [roger], undefined],
    ["ACTION (12): RJ to write", [roger], undefined],
    ["ACTION: write (JC by Fri)", [jeremy], friday],
    ["ACTION: write (JC, by Fri)", [jeremy], friday],
    ["ACTION: write (JC, due 4 Dec)", [jeremy], friday],
    ["ACTION: write [JC by 4 Dec]", [jeremy], friday],
    ["ACTION: write **(JC by Fri)**", [jeremy], friday],
    ["ACTION: (JC by Fri) write", [jeremy], friday],
    ["ACTION: García Márquez, Gabriel to write", ["García Márquez, Gabriel"], undefined],
    ["ACTION: RJ to write **by Friday**", [roger], friday],
    ["ACTION: RJ to write by **Friday**.", [roger], friday],
    ["ACTION: RJ to write *before* 4/12", [roger], "2026-12-04"],
    ["ACTION: RJ to write tomorrow", [roger], "2026-12-01"],
    ["ACTION: RJ to write in the next two weeks", [roger], "2026-12-14"],
    ["ACTION: RJ to write by EOW", [roger], friday],
    ["ACTION: RJ to write by EOD", [roger], "2026-11-30"],
    ["ACTION: RJ to write by the 4th", [roger], friday],
    ["TODO: JvdB write by 15/12", ["Jan van der Berg"], "2026-12-15"],
    ["TODO: Roger write", [roger], undefined],
    ["ACTION: RJ and others to write", [roger], undefined],
    ["ACTION: RJ, JC et al. to write", [roger, jeremy], undefined],
    ["- [ ] write (Roger)", [roger], undefined],
    ["- [ ] write (Roger, by Fri)", [roger], friday],
  ])("are one task with its owner and day: %s", (line, owners, due) =>
    expect(shorthandOf(line, context)).toMatchObject({
      kind: "action",
      text: "Write",
      owners,
      ...(due !== undefined && { due }),
    }),
  );

  it.each([
    ["ACTION (high priority): RJ to write", "Write (high priority)", undefined],
    ["ACTION (high priority): write by Friday", "Write (high priority)", friday],
    ["ACTION: write (with the T2s by Fri)", "Write (with the T2s by Fri)", friday],
    ["ACTION: RJ to write by Friday and send by Monday", "Write by Friday and send by Monday", "2026-12-07"],
    ["ACTION: RJ aa by Friday 4 Dec, JC bb by Monday", "RJ aa by Friday 4 Dec, JC bb by Monday", undefined],
    ["ACTION: write to the 2nd line by the 2nd line", "Write to the 2nd line by the 2nd line", undefined],
    ["ACTION: prepare the plan for tomorrow", "Prepare the plan for tomorrow", undefined],
    ["- [ ] AI policy draft, C. Okafor, by 4 Dec", "AI policy draft", friday],
  ])("keep their words: %s", (line, text, due) => {
    const read = shorthandOf(line, context);
    expect([read?.text, read?.kind === "action" && read.due]).toEqual([text, due]);
  });

  it.each([
    "AI (RJ) - a chatbot for tickets",
    "AI: deadline of the survey by Friday",
    "Action RJ to be thanked",
    "Action (new) was discussed",
    "**10.30** RJ to present",
    "**649.1** The board met",
    "Action 649.1: done. The slides are on the page.",
    "AI 2: follow-up workshop",
  ])("are no actions: %s", (line) => expect(shorthandOf(line, context)).toBeUndefined());

  it("are decisions with who decided", () =>
    expect(shorthandOf("**DECISION (PMB)** continue", context)).toEqual({
      kind: "decision",
      text: "Continue (PMB)",
    }));

  it("do not take a verb for a person", () =>
    expect(shorthandOf("ACTION: Mark the talk as given", context)).toMatchObject({ owners: [] }));
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

describe("the owner of a text that begins with marks", () => {
  const context = { people: new People(["B. Scribe", "A. Forti"]), date: "2019-12-10" };

  it.each([
    "[check](https://x.y/1)",
    "*check*",
    "**check**",
    "_check_",
    "`check`",
    '"check"',
    "![check](a)",
    "(re)check",
  ])("is not in the text: %s", (word) => {
    for (const lead of [
      "ACTION: B. Scribe to",
      "ACTION: **B. Scribe** to",
      "ACTION (B. Scribe): to",
      "ACTION B. Scribe to",
      "ACTION: B. Scribe will",
      "- [ ] B. Scribe to",
    ])
      expect(shorthandOf(`${lead} ${word} the list`, context)).toMatchObject({
        owners: ["B. Scribe"],
        text: `${word} the list`,
      });
  });

  it.each([
    "ACTION: write to *the* sites",
    "ACTION: go to [the page](https://x.y)",
    "ACTION: links to *the* page",
  ])("is no verb: %s", (line) => expect(shorthandOf(line, context)).toMatchObject({ owners: [] }));
});

describe("the quick test of notes", () => {
  const ownLines = ["**A-12**: RJ to ask the sites", "[A 12] RJ to ask the sites", "**AI 3** ask the sites"];
  const labelled = ["lines", "operations", "forums", "boards"].flatMap((name) => {
    const { lines: all, context: own } = labelledLines(name);
    return all.map(({ line }) => [line, own] as const);
  });

  it("lets every line through that is an action or a decision by itself", () => {
    const lines = [...labelled, ...ownLines.map((line) => [line, context] as const)];
    const read = lines.filter(([line, own]) => shorthandOf(line, own) !== undefined);
    expect(read.length).toBeGreaterThan(200);
    expect(read.filter(([line]) => !mayHaveShorthand(line)).map(([line]) => line)).toEqual([]);
    expect(ownLines.filter((line) => shorthandOf(line, context) === undefined)).toEqual([]);
  });
});

describe("lists below a label", () => {
  const people = new People(["B. Scribe", "Rolf Jansen"], (name) => name === "Rucio");
  /** The texts with owners and due dates. */
  const listed = (notes: string): readonly string[] =>
    notesLines(notes, { people, date: "2026-03-10" }).map(({ shorthand }) =>
      shorthand.kind === "action"
        ? [shorthand.text, ...shorthand.owners, shorthand.due ?? [], shorthand.status].flat().join("|")
        : shorthand.text,
    );

  it.each([
    "ACTIONS:",
    "Actions",
    "## Actions",
    "Actions\n-------",
    "Action items:",
    "**Actions**",
    "**New action items:**",
    "TODO:",
    "ACTION:",
    "To-do list",
    "Aktionen:",
    "Aufgaben",
    "Azioni:",
    "T\u00e2ches :",
  ])("are read: %j", (label) => {
    expect(listed(`${label}\n\n- Bob: renew cert by tomorrow\n- RJ to ask\n\nRJ to write`)).toEqual([
      "Renew cert|Bob|2026-03-11|open",
      "Ask|Rolf Jansen|open",
    ]);
  });

  it.each([
    ["- the sites are slow", []],
    ["- Storage: all is well", []],
    ["- Rucio: the new release", []],
    ["- Bob: nothing", []],
    ["- none", []],
    ["- RJ: done", []],
    ["- RJ presented the plan", []],
    ["- See https://example.org", []],
    ["- renew cert (RJ)", ["Renew cert|Rolf Jansen|open"]],
    ["- renew cert by Friday", ["Renew cert|2026-03-13|open"]],
    ["- [x] RJ: ask", ["Ask|Rolf Jansen|done"]],
    ["- Done: RJ to ask", ["Ask|Rolf Jansen|done"]],
    ["- ~~RJ to ask~~", []],
    ["- ACTION: ask", ["Ask|open"]],
    ["- DECISION: we meet", ["We meet"]],
    ["- **Bob**: ask", ["Ask|Bob|open"]],
    ["- Alice/Bob: ask", ["Ask|Alice|Bob|open"]],
    ["1. RJ to ask\n   by Friday\n2. Bob: write", ["Ask|Rolf Jansen|2026-03-13|open", "Write|Bob|open"]],
    ["- RJ to ask\n  - Bob: CERN\n- Bob: write", ["Ask|Rolf Jansen|open", "Write|Bob|open"]],
    ["- RJ to ask\nNext\n- Bob: write", ["Ask|Rolf Jansen|open"]],
    ["Next\n- Bob: write", []],
    ["> - Bob: write", []],
  ])("have actions with an owner or a due date: %j", (list, expected) =>
    expect(listed(`ACTIONS:\n${list}`)).toEqual(expected),
  );

  it.each([
    "We talked about actions:",
    "AI",
    "Agenda:",
    "> Actions:",
    "```\nActions:\n```",
    "Actions of CERN:",
  ])("are prose below other lines: %j", (line) => expect(listed(`${line}\n- Bob: write`)).toEqual([]));

  it("are below an entry of a list that is a label", () =>
    expect(listed("- Actions:\n  - Bob: write\n- RJ to ask")).toEqual(["Write|Bob|open"]));
});

describe("lines of code, and lines that are struck through", () => {
  const people = new People(["B. Scribe", "Rolf Jansen"]);
  const texts = (notes: string): readonly string[] =>
    notesLines(notes, { people, date: "2026-03-10" }).map(({ shorthand }) => shorthand.text);

  it.each([
    "`ACTION: RJ to ask`",
    "- ``ACTION: RJ to ask``",
    "**`ACTION: RJ to ask`**",
    "`TODO @scribe ask` is a mark",
    "`DECISION: we meet`",
    "ACTION: ~~RJ to ask~~",
    "ACTION 12: ~~RJ to ask~~ done",
    "DECISION: ~~we meet~~",
    "ACTION: ~~RJ to ask\n  the sites~~",
  ])("are none: %s", (line) => expect(texts(line)).toEqual([]));

  it.each([
    ["`ACTION:` RJ to ask", "Ask"],
    ["**`ACTION`** RJ to ask", "Ask"],
    ["ACTION: RJ to run `x: y`", "Run x: y"],
    ["ACTION: RJ to ~~ask~~ write", "Write"],
    ["ACTION: ~~Bob~~ RJ to ask", "Ask"],
    ["ACTION: write &lt;b&gt;", "Write &lt;b&gt;"],
    ["DECISION: we write &#39;;", "We write &#39;"],
    ["ACTION: write to AT&T;", "Write to AT&T"],
  ])("have words that are actions: %s", (line, text) => expect(texts(line)).toEqual([text]));
});
