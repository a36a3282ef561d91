/** Contributions files by the format's grammar, laid out in every way; most are valid, some have typical errors. */
import fc from "fast-check";
import { type LaidOutValue, type LayoutStyle, layOutValue, type Value } from "./layout";
import {
  comment,
  date,
  lines,
  nodeProperties,
  number,
  status,
  text,
  theme,
  time,
  timeZone,
  url,
} from "./words";

const rarely = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 15, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

const layoutStyle: fc.Arbitrary<LayoutStyle> = fc
  .record({
    isFlow: fc.boolean(),
    isMultiline: fc.integer({ min: 0, max: 3 }).map((one) => one === 0),
    indent: fc.constantFrom(0, 2, 2, 2, 1, 4),
    spaces: fc.constantFrom(1, 1, 1, 3),
    comment: rarely(comment),
  })
  .map(({ comment, ...own }) => ({ ...own, ...(comment !== undefined && { remark: comment }) }));

const scalarOf = (of: fc.Arbitrary<string>): fc.Arbitrary<Value> =>
  fc.tuple(of, rarely(nodeProperties), rarely(comment)).map(([own, before, comment]) => ({
    kind: "scalar",
    text: own,
    ...(before !== undefined && { props: before }),
    ...(comment !== undefined && { remark: comment }),
  }));

const alias: fc.Arbitrary<Value> = fc
  .constantFrom("*a", "*b", "*gone", "", "", "")
  .map((own) => ({ kind: "scalar", text: own }));

const literal: fc.Arbitrary<Value> = fc
  .tuple(fc.constantFrom("|", "|-", "|+", ">", ">-", "| # c", "|2"), lines)
  .map(([head, own]) => ({ kind: "literal", head, lines: own }));

const listOf = (entry: fc.Arbitrary<Value>, maxLength = 3, minLength = 1): fc.Arbitrary<Value> =>
  fc
    .tuple(fc.array(entry, { minLength, maxLength }), layoutStyle, rarely(nodeProperties))
    .map(([entries, own, before]) => ({
      kind: "list",
      entries,
      look: own,
      ...(before !== undefined && { props: before }),
    }));

/** Most have the kind of value that belongs there. */
const usuallyOfType = (right: fc.Arbitrary<Value>): fc.Arbitrary<Value> =>
  fc.oneof(
    { weight: 40, arbitrary: right },
    { weight: 1, arbitrary: alias },
    { weight: 1, arbitrary: scalarOf(text) },
    { weight: 1, arbitrary: listOf(scalarOf(text)) },
    { weight: 1, arbitrary: literal },
  );

type Keys = Readonly<Record<string, fc.Arbitrary<Value>>>;

const misspelt: Readonly<Record<string, string>> = {
  title: "titel",
  speakers: "speaker",
  themes: "tags",
  notes: "'notes'",
  owner: "__proto__",
  url: "constructor",
  place: '"place"',
  actions: "? actions",
  duration: "duraton",
};

/** Some of the keys in any order; now and then one misspelt or twice. */
function mapOf(keys: Keys, always: readonly string[] = []): fc.Arbitrary<Value> {
  const optional = Object.keys(keys).filter((key) => !always.includes(key));
  const chosen = fc.tuple(fc.subarray(optional), fc.nat(30), fc.nat(30)).map(([some, lost, twice]) => {
    const names = [...always, ...some].filter((_, at) => at !== lost);
    return twice < names.length ? [...names, names[twice] ?? "title"] : names;
  });
  return chosen.chain((names) =>
    fc
      .tuple(fc.tuple(...names.map((name) => usuallyOfType(keys[name] ?? alias))), layoutStyle, fc.nat(60))
      .map(
        ([values, own, wrong]): Value => ({
          kind: "map",
          look: own,
          pairs: values.map((value, at) => [nameOf(names[at] ?? "", at === wrong), value]),
        }),
      ),
  );
}

function nameOf(key: string, isWrong: boolean): string {
  return isWrong ? (misspelt[key] ?? `${key}s`) : key;
}

const words = scalarOf(text);
const prose = fc.oneof(words, literal);
const themes = fc.oneof(listOf(scalarOf(theme), 4, 0), scalarOf(fc.constant("none")));
const person = fc.oneof(words, mapOf({ name: words, affiliation: words }, ["name"]));
const persons = listOf(person);
const links = listOf(mapOf({ title: words, url: scalarOf(url) }, ["title", "url"]), 2);
const action = mapOf(
  {
    text: words,
    id: words,
    owner: words,
    owners: persons,
    due: scalarOf(date),
    status: scalarOf(status),
    closed: scalarOf(date),
    since: scalarOf(date),
  },
  ["text"],
);
const actions = listOf(action, 2);
const session = mapOf(
  {
    title: words,
    date: scalarOf(date),
    start: scalarOf(time),
    duration: scalarOf(number),
    place: words,
    conveners: persons,
    url: scalarOf(url),
  },
  ["title"],
);
const pause = mapOf(
  {
    break: words,
    session: words,
    date: scalarOf(date),
    start: scalarOf(time),
    duration: scalarOf(number),
    place: words,
  },
  ["break"],
);
const talk = mapOf(
  {
    title: words,
    session: words,
    date: scalarOf(date),
    speakers: persons,
    place: words,
    links,
    abstract: prose,
    decisions: listOf(words),
    parts: listOf(mapOf({ title: words, speakers: persons, notes: prose }, ["title"]), 2),
    community: scalarOf(fc.constantFrom("ATLAS", "CMS", "atlas", "WLCG sites", "Unknown")),
    themes,
    start: scalarOf(time),
    duration: scalarOf(number),
    url: scalarOf(url),
    notes: prose,
    actions,
  },
  ["title"],
);
const contribution = fc.oneof({ weight: 5, arbitrary: talk }, { weight: 1, arbitrary: pause });
const survey = mapOf(
  {
    question: words,
    code: words,
    responses: scalarOf(number),
    answers: listOf(mapOf({ answer: words, count: scalarOf(number) }, ["answer", "count"])),
    themes,
    notes: prose,
  },
  ["question"],
);
const topic = mapOf({ topic: words, themes, notes: prose, decisions: listOf(words), actions }, ["topic"]);
const head = mapOf(
  {
    title: words,
    date: scalarOf(date),
    series: words,
    endDate: scalarOf(date),
    chairs: persons,
    minuteTakers: persons,
    attendees: persons,
    apologies: persons,
    status: scalarOf(status),
    links,
    nextMeeting: scalarOf(date),
    place: words,
    timezone: scalarOf(timeZone),
    url: scalarOf(url),
    context: prose,
  },
  ["title", "date"],
);
const file = mapOf(
  {
    meeting: head,
    sessions: listOf(session, 2),
    contributions: listOf(contribution, 4),
    actions,
    surveys: listOf(survey, 2),
    discussion: listOf(topic, 2),
    extra: words,
  },
  ["meeting", "contributions"],
);

/** The root's collections are laid out over lines in most files: so people write them, and so they are cut. */
const asBlockStyle = (value: Value, depth: number): Value => {
  if (depth === 0 || value.kind === "scalar" || value.kind === "literal") return value;
  const own: LayoutStyle = { ...value.look, isFlow: false };
  return value.kind === "list"
    ? { ...value, look: own, entries: value.entries.map((entry) => asBlockStyle(entry, depth - 1)) }
    : {
        ...value,
        look: own,
        pairs: value.pairs.map(([key, inner]) => [key, asBlockStyle(inner, depth - 1)]),
      };
};

const body: fc.Arbitrary<readonly string[]> = fc
  .tuple(file, fc.integer({ min: 0, max: 12 }))
  .map(([root, bare]) => {
    const { firstLine: own, furtherLines }: LaidOutValue = layOutValue(
      bare === 0 ? root : atMargin(asBlockStyle(root, bare < 8 ? 3 : 2)),
      0,
    );
    return own === "" ? furtherLines : [own, ...furtherLines];
  });

function atMargin(value: Value): Value {
  return value.kind === "map" ? { ...value, look: { ...value.look, indent: 0 } } : value;
}

/** A whole file: with a mark at its start, CRLF, several documents, comments and blank lines at its ends. */
export const meeting: fc.Arbitrary<string> = fc
  .record({
    bodies: fc.oneof(
      { weight: 12, arbitrary: fc.tuple(body) },
      { weight: 1, arbitrary: fc.tuple(body, body) },
    ),
    bom: fc.integer({ min: 0, max: 9 }).map((one) => (one === 0 ? "\uFEFF" : "")),
    eol: fc.constantFrom("\n", "\n", "\n", "\r\n"),
    top: fc.oneof(
      {
        weight: 9,
        arbitrary: fc.constantFrom("", "---\n", "# a file\n\n", "# wlcg-notes-disable-file untagged-item\n"),
      },
      { weight: 1, arbitrary: fc.constantFrom("%YAML 1.2\n---\n", "\n", "  ") },
    ),
    end: fc.constantFrom("\n", "\n", "\n", "", "\n\n\n", "\n# the end\n", "\n...\n"),
  })
  .map(({ bodies, bom, eol, top, end }) => {
    const whole = top + bodies.map((own) => own.join("\n")).join("\n---\n") + end;
    return bom + whole.replaceAll("\n", eol);
  });
