/** Valid meetings laid out in every way that people lay them out. */
import fc from "fast-check";

const word = fc.constantFrom(
  "a",
  "Rucio",
  "x: y",
  "- z",
  "# no comment",
  "it's",
  '"q"',
  "é🙂",
  "日本",
  "[b",
  "{c}",
  "yes",
  "12",
  "|",
  "é",
  "",
);
const quoted = fc
  .array(word, { minLength: 1, maxLength: 4 })
  .chain((words) =>
    fc.constantFrom(JSON.stringify(words.join(" ")), `'${words.join("  ").replaceAll("'", "''")}'`),
  );
const scalar = fc.oneof(
  quoted,
  fc.constantFrom("plain text", "a:b", "x#y", "2019-12-10", "*x".slice(1), "~"),
);
const comment = fc.option(
  fc.nat(9).map((n) => `# c${n}`),
  { nil: "", freq: 4 },
);
const spacing = fc.constantFrom(" ", "  ", "\t", "    ");

/** A value as lines: the text after the colon, then the lines below, by columns past the key's own. */
type Lines = readonly (readonly [column: number, text: string])[];
interface Value {
  readonly head: string;
  readonly below: Lines;
}

const inline: fc.Arbitrary<Value> = scalar.map((head) => ({ head, below: [] }));
const flow: fc.Arbitrary<Value> = fc
  .tuple(fc.array(quoted, { maxLength: 3 }), fc.constantFrom(",", ", ", " , "))
  .map(([entries, comma]) => ({ head: `[${entries.join(comma)}]`, below: [] }));
const plainWords: fc.Arbitrary<Value> = fc
  .array(fc.constantFrom("a", "a b", "12", "x/y", "R&D", "it's", "a:b", "a: b", "*", ""), { maxLength: 4 })
  .chain((entries) => fc.constantFrom(",", ", ", " , ", " ,\t").map((comma) => entries.join(comma)))
  .map((entries) => ({ head: `[ ${entries}]`, below: [] }));
const flowOverLines: fc.Arbitrary<Value> = fc
  .tuple(
    fc.array(quoted, { minLength: 1, maxLength: 3 }),
    fc.integer({ min: 1, max: 5 }),
    fc.constantFrom("[]", "{}"),
  )
  .map(([entries, column, marks]) => ({
    head: marks[0] ?? "",
    below: [
      ...entries.map((entry, at): [number, string] => [
        column,
        `${marks === "{}" ? `k${at}: ` : ""}${entry},`,
      ]),
      [1, marks[1] ?? ""],
    ],
  }));
const list: fc.Arbitrary<Value> = fc
  .tuple(fc.array(scalar, { minLength: 1, maxLength: 3 }), fc.integer({ min: 0, max: 4 }), spacing)
  .map(([entries, column, space]) => ({
    head: "",
    below: entries.map((entry) => [column, `-${space}${entry}`]),
  }));
const maps: fc.Arbitrary<Value> = fc
  .tuple(
    fc.array(scalar, { minLength: 1, maxLength: 3 }),
    fc.integer({ min: 0, max: 4 }),
    fc.integer({ min: 1, max: 4 }),
  )
  .map(([entries, column, space]) => ({
    head: "",
    below: entries.flatMap(
      (entry): Lines => [
        [column, `-${" ".repeat(space)}text: ${entry}`],
        [column + 1 + space, `owner:  ${entry}`],
      ],
    ),
  }));
const notes: fc.Arbitrary<Value> = fc
  .tuple(
    fc.constantFrom("|", "|-", "|+", ">", ">-", "| # c1"),
    fc.array(
      fc.tuple(
        fc.integer({ min: 0, max: 4 }),
        fc.constantFrom("text", "- a: b", "# heading", "  [x", "", 'q "', "k: |"),
      ),
      { minLength: 1, maxLength: 5 },
    ),
    fc.integer({ min: 1, max: 5 }),
  )
  .map(([head, lines, column]) => ({
    head,
    below: [[column, "first"], ...lines.map(([extra, text]): [number, string] => [column + extra, text])],
  }));
const textOverLines: fc.Arbitrary<Value> = fc
  .tuple(
    fc.constantFrom(
      ["plain", "text"],
      ['"a', 'b"'],
      ["'a", "b'"],
      ['"a', "[ b ,c ]", '"'],
      ["a", "[ b ,c ]"],
      ['"a', "", 'b: c"'],
    ),
    fc.integer({ min: 1, max: 5 }),
  )
  .map(([[head = "", ...rest], column]) => ({ head, below: rest.map((text) => [column, text]) }));

const value = fc.oneof(inline, flow, plainWords, flowOverLines, list, maps, notes, textOverLines);

const entry = fc.tuple(value, fc.integer({ min: 1, max: 3 }), comment, fc.boolean());

const item = fc
  .record({
    dash: fc.integer({ min: 1, max: 4 }),
    entries: fc.array(entry, { minLength: 1, maxLength: 4 }),
    above: comment,
    blank: fc.nat(3),
  })
  .map(({ dash, entries, above, blank }): Lines => {
    const column = dash + 1;
    const lines = entries.flatMap(([{ head, below }, space, remark, isAbove], at): Lines => {
      const mayRemark = remark !== "" && below.length === 0;
      const key: readonly [number, string] = [
        column,
        `k${at}:${head && " ".repeat(space)}${head}${mayRemark && !isAbove ? ` ${remark}` : ""}`,
      ];
      return [
        ...(mayRemark && isAbove && at > 0 ? ([[column, remark]] as Lines) : []),
        key,
        ...below.map(([by, text]): [number, string] => [column + by, text]),
      ];
    });
    const [first, ...rest] = lines;
    const dashed: Lines = [[0, `-${" ".repeat(dash)}${first?.[1] ?? ""}`], ...rest];
    return [
      ...(above ? ([[0, above]] as Lines) : []),
      ...dashed,
      ...Array.from({ length: blank }, (): [number, string] => [0, ""]),
    ];
  });

/** A whole file with line ends of either kind. */
export const messyMeeting = fc
  .record({
    items: fc.array(item, { minLength: 1, maxLength: 3 }),
    base: fc.nat(4),
    eol: fc.constantFrom("\n", "\r\n"),
    end: fc.constantFrom("", "\n", "\n\n\n"),
  })
  .map(({ items, base, eol, end }) => {
    const lines = items.flat().map(([column, text]) => (text === "" ? "" : " ".repeat(base + column) + text));
    return (
      ["meeting:", "    title:  M", "contributions:", ...lines].join("\n").replaceAll("\n", eol) +
      end.replaceAll("\n", eol)
    );
  });
