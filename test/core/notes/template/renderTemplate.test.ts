import { Liquid } from "liquidjs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { arrange } from "../../../../server/src/core/notes/arrange/arrange";
import { notesOf } from "../../../../server/src/core/notes/read/notesOf";
import { partialNames, renderTemplate } from "../../../../server/src/core/notes/template/renderTemplate";
import { templateData } from "../../../../server/src/core/notes/templateData";
import { hostileMeeting } from "../../../support/hostile";
import { readMeeting } from "../../../support/meeting";

const meeting = `meeting:
  title: 'A *bold* <b> & "quoted" title'
  date: 2026-03-28
  chairs: [A. Forti, B. B]
  url: https://example.org/a_(b)
contributions:
  - title: One
    speakers: [C. C]
    notes: |
      # Heading
      One *thought* per line
      <script>alert(1)</script>
    actions: [{text: Ask again, owner: A. Forti, due: 2026-04-01}]
  - title: Two
    themes: none
`;

function render(
  text: string,
  { path = "a.txt.mustache", partials = {}, source = meeting }: Partial<Options> = {},
): string {
  const document = readMeeting(source);
  const notes = notesOf(document);
  const data = templateData(notes, arrange(notes, "agenda", document.vocabulary.catalogue));
  const files = Object.entries(partials).map(
    ([name, part]) => [name, { path: `${name}.mustache`, text: part }] as const,
  );
  const result = renderTemplate({ main: { path, text }, partials: new Map(files) }, data);
  return "text" in result ? result.text : `! ${result.problem}`;
}

interface Options {
  readonly path: string;
  readonly partials: Readonly<Record<string, string>>;
  readonly source: string;
}

describe("the persons of a template", () => {
  const source = `meeting:
  title: M
  date: 2026-03-28
  apologies: [C. Absent]
  attendees: ["Two, Bob", {name: "Forti, A.", affiliation: CERN}]
  minuteTakers: [B. Scribe (BNL)]
  chairs: [A. Forti]
contributions:
  - title: One
    speakers: ["van der Berg, Jan", "Ann Five, Bob Six"]
    parts: [{title: P, speakers: [P. Part, Bob Two]}]
    actions: [{text: T, owners: ["Forti, A.", D. Owner]}, {text: U, owner: "Two, Bob"}]
  - {title: Two, speakers: [E. Last, a.forti, B. Scribe], themes: none}
actions:
  - {text: V, owner: "Two, Bob"}
sessions:
  - {title: S, conveners: [{name: C. Absent, affiliation: FNAL}, "Convener, D."]}
`;

  it("are in the order of their parts, once each, with the first name first", () => {
    const persons =
      "A. Forti (CERN); B. Scribe (BNL); Bob Two; C. Absent (FNAL); D. Convener; Jan van der Berg; " +
      "Ann Five, Bob Six; P. Part; E. Last";
    expect(render("{{persons}}", { source })).toBe(persons);
    expect(render("{{#persons}}{{name}}: {{affiliation}}; {{/persons}}", { source })).toMatch(
      /^A\. Forti: CERN; B\. Scribe \(BNL\): ; Bob Two: ; C\. Absent: FNAL; /,
    );
    expect(parse(render("{{persons.yaml}}", { source }))).toContain("Bob Two");
  });

  it("are written in the same way everywhere", () => {
    expect(render("{{meeting.attendees}}", { source })).toBe("Bob Two, A. Forti");
    expect(render("{{#items}}{{speakers}}; {{/items}}", { source })).toMatch(
      /^Jan van der Berg; Ann Five, Bob Six; /,
    );
    const owners = "A. Forti, D. Owner|A. Forti, D. Owner; Bob Two|Bob Two; ";
    expect(render("{{#items}}{{#actions}}{{owner}}|{{owners}}; {{/actions}}{{/items}}", { source })).toBe(
      owners,
    );
    expect(render("{{#actions}}{{owner}}{{/actions}}", { source })).toBe("Bob Two");
    expect(render("{{#sessions}}{{conveners}}{{/sessions}}", { source })).toBe("C. Absent, D. Convener");
  });
});

describe("a template", () => {
  it.each([
    ["a.txt.mustache", "{{meeting.title}}", 'A *bold* <b> & "quoted" title'],
    ["a.mustache", "{{meeting.title}}", 'A *bold* <b> & "quoted" title'],
    ["a", "{{meeting.title}}", 'A *bold* <b> & "quoted" title'],
    ["a.md.mustache", "{{meeting.title}}", 'A \\*bold\\* &lt;b> & "quoted" title'],
    ["a.md", "{{meeting.title}}", 'A \\*bold\\* &lt;b> & "quoted" title'],
    ["a.html.mustache", "{{meeting.title}}", "A *bold* &lt;b&gt; &amp; &quot;quoted&quot; title"],
    ["a.HTM.mustache", "{{meeting.title}}", "A *bold* &lt;b&gt; &amp; &quot;quoted&quot; title"],
    ["a.html.mustache", "{{{meeting.title}}}", 'A *bold* <b> & "quoted" title'],
    ["a.html.mustache", "{{&meeting.title}}", 'A *bold* <b> & "quoted" title'],
    ["a.md.mustache", "[x]({{meeting.url}})", "[x](https://example.org/a_%28b%29)"],
    ["a.html.mustache", "{{meeting.url}}", "https://example.org/a_(b)"],
  ])("escapes by its extension: %s with %s", (path, text, expected) => {
    expect(render(text, { path })).toBe(expected);
  });

  it.each([
    ["a.txt", "# Heading\nOne *thought* per line\n<script>alert(1)</script>"],
    ["a.md", /^#### Heading\nOne \*thought\* per line/],
    ["a.html", /^<h4>Heading<\/h4>\n<p>One <em>thought<\/em> per line/],
  ])("writes notes as what it is itself: %s", (path, expected) => {
    const text = render("{{#items}}{{notes}}{{/items}}", { path });
    if (typeof expected === "string") expect(text).toBe(expected);
    else expect(text).toMatch(expected);
    if (path !== "a.txt") expect(text).not.toContain("<script>");
  });

  it.each([
    ["{{meeting.chairs}}", "A. Forti, B. B"],
    ["{{#meeting.chairs}}[{{.}}]{{/meeting.chairs}}", "[A. Forti][B. B]"],
    ["{{#meeting}}{{date}}{{#chairs}}{{date}}{{/chairs}}{{/meeting}}", "2026-03-28".repeat(3)],
    ["{{meeting.chairs.length}}", "2"],
    ["{{items.1.title}}", "Two"],
    ["{{#items}}{{^notes}}no notes on {{title}}{{/notes}}{{/items}}", "no notes on Two"],
    ["{{! a comment }}{{absent}}{{meeting.absent.title}}", ""],
    ["<% {{=<% %>=}}<%meeting.date%>", "<% 2026-03-28"],
    [
      "{{#sections}}{{title}}:{{#entries}} {{title}}{{#isInFull}}!{{/isInFull}}{{/entries}}{{/sections}}",
      "Agenda: One! Two!",
    ],
    [
      "{{#openActions}}{{owners}}: {{text}} by {{due}} ({{from}}){{/openActions}}",
      "A. Forti: Ask again by 2026-04-01 (One)",
    ],
    ["  {{#meeting}}\n{{date}}\n  {{/meeting}}\nend", "2026-03-28\nend"],
  ])("of %s writes %s", (text, expected) => expect(render(text)).toBe(expected));

  it("writes quoted YAML in any kind of template, for a front matter", () => {
    const front =
      "title: {{meeting.title.yaml}}\nchairs: {{meeting.chairs.yaml}}\nnone: {{meeting.apologies.yaml}}";
    for (const path of ["a.md.mustache", "a.html.mustache", "a.txt"])
      expect(parse(render(front, { path }))).toEqual({
        title: 'A *bold* <b> & "quoted" title',
        chairs: ["A. Forti", "B. B"],
        none: [],
      });
  });

  it("wraps text for a mail at 72 columns", () => {
    const source = `meeting: {title: M}\ncontributions:\n  - title: x\n    notes: |\n      - ${"word ".repeat(40)}\n      - short\n`;
    const lines = render("{{#items}}{{notes.wrapped}}{{/items}}", { source }).split("\n");
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(72);
    expect(lines[1]).toMatch(/^ {2}word/);
    expect(lines.at(-1)).toBe("- short");
  });

  it("writes names with the first name first", () => {
    const source =
      'meeting: {title: M, attendees: ["Forti, A.", {name: "Two, Bea", affiliation: X}]}\nactions:\n  - {text: Ask, owners: ["Forti, A.", B. B]}\ncontributions: []\n';
    const text = "{{meeting.attendees}}|{{#openActions}}{{owners}}{{/openActions}}";
    expect(render(text, { source })).toBe("A. Forti, Bea Two|A. Forti, B. B");
  });

  it("gives a part no values of the contribution around it", () => {
    const source =
      "meeting: {title: M}\ncontributions:\n  - title: One\n    duration: 60\n    notes: The whole\n    parts: [{title: P}, {title: Q, notes: Of Q}]\n";
    const text =
      "{{#items}}{{#parts}}{{title}} {{duration}}{{notes}}{{^notes}}-{{/notes}};{{/parts}}{{/items}}";
    expect(render(text, { source })).toBe("P -;Q Of Q;");
  });

  it("has the whole notes as ready texts", () => {
    expect(render("{{markdown}}", { path: "a.html" })).toMatch(/^# /);
    expect(render("{{html}}", { path: "a.md" })).toMatch(/^<p><strong>Date:/);
  });
});

describe("partials", () => {
  it("are filled in the section around them, with its indentation", () => {
    const partials = { item: "- {{title}}\n{{> notes}}\n", notes: "  {{notes.length}}{{title}}\n" };
    expect(render("{{#items}}\n  {{> item}}\n{{/items}}\n", { partials })).toBe(
      "  - One\n    One\n  - Two\n    Two\n",
    );
    expect(partialNames({ path: "a", text: "{{> a}}{{#x}}{{>b}}{{/x}}{{> a}}" })).toEqual(["a", "b"]);
    expect(partialNames({ path: "a", text: "{{#x}}" })).toEqual([]);
  });

  it.each([
    [{ a: "{{> a}}" }, 'a.mustache: line 1, column 1: partial "a" contains itself: a > a'],
    [
      { a: "\n {{> b}}", b: "x{{> a}}" },
      'b.mustache: line 1, column 2: partial "a" contains itself: a > b > a',
    ],
    [
      { a: "{{#never}}{{> a}}{{/never}}" },
      'a.mustache: line 1, column 11: partial "a" contains itself: a > a',
    ],
  ])("that contain themselves are refused: %j", (partials, problem) => {
    expect(render("{{> a}}", { partials })).toBe(`! ${problem}`);
  });

  it.each(["../secret", "/etc/passwd", "a/b", ".hidden", "a\\b", "..", "__proto__ x"])(
    "have names without a folder: %s",
    (name) => {
      expect(render(`x\n {{> ${name}}}`)).toMatch(
        /^! a\.txt\.mustache: line 2, column 2: ".*" is not the name of a partial; /,
      );
    },
  );

  it("that are not there are named with the place of their tag", () => {
    expect(render("x\n  {{> gone}}")).toBe(
      '! a.txt.mustache: line 2, column 3: there is no partial "gone"; expected a file of this name in the folder of the template',
    );
  });
});

describe("a broken template", () => {
  it.each([
    ["a\n{{title", "line 2, column 1: the tag is not closed; expected }}"],
    ["a\n b{{#items}}\n", 'line 2, column 3: section "items" is not closed; expected {{/items}}'],
    ["{{#a}}{{/b}}", 'line 1, column 7: section "a" is not closed; expected {{/a}} here'],
    ["a\n{{/b}}", 'line 2, column 1: section "b" is closed but not open'],
    ["{{=x=}}", "line 1, column 1: Invalid tags: x"],
    [`{{#a}}`.repeat(60) + "{{/a}}".repeat(60), "line 1, column 307: sections are nested too deeply"],
    [`{{${" ".repeat(2000)}`, "line 1, column 3: the template must have at most 1000 blanks in a row"],
    ["x".repeat(10_000_000), "line 1, column 1: the template must have at most 1000000 characters"],
  ])("is explained: %.40s", (text, problem) => {
    expect(render(text)).toBe(`! a.txt.mustache: ${problem}`);
  });

  it("of the greatest length is read in a moment", () => {
    expect(render(`${"x".repeat(999_980)}{{meeting.date}}`)).toMatch(/x2026-03-28$/);
    expect(render(`{{${"a".repeat(999_000)}`)).toContain("the tag is not closed");
  });

  it("that repeats without end is stopped", () => {
    const depth = 12;
    const text = `${"{{#items}}".repeat(depth)}x${"{{/items}}".repeat(depth)}`;
    const source = `meeting: {title: M}\ncontributions:\n${"  - title: x\n".repeat(30)}`;
    expect(render(text, { source })).toBe("! a.txt.mustache: the template writes too much text");
  });

  it("that doubles in each partial is stopped", () => {
    const names = Array.from({ length: 19 }, (_, at) => `p${at}`);
    const partials = Object.fromEntries(
      names.map((name, at) => [name, at < 18 ? `{{> p${at + 1}}}`.repeat(10) : "x"]),
    );
    expect(render("{{> p0}}", { partials })).toBe("! a.txt.mustache: the template writes too much text");
  });
});

describe("no code of a template runs", () => {
  it.each([
    "{{constructor}}",
    "{{toString}}",
    "{{__proto__}}",
    "{{meeting.constructor.name}}",
    "{{meeting.title.constructor.name}}",
    "{{#meeting.title.constructor.constructor.prototype.constructor}}return 1{{/meeting.title.constructor.constructor.prototype.constructor}}",
    "{{#items.map}}x{{/items.map}}",
    "{{items.map}}",
    "{{hasOwnProperty}}{{valueOf}}{{lookup}}",
    "{{#items.constructor}}x{{/items.constructor}}",
    "{{{markdown.constructor}}}{{{html.write}}}",
    "{{items.0.notes.writers}}{{items.0.notes.constructor}}",
  ])("in %s", (text) => {
    expect(render(text)).toBe("");
  });
});

describe("hostile text in a template", () => {
  const every =
    "{{meeting.title}}\n{{#items}}{{title}} {{url}} {{speakers}} {{community}} {{notes}}\n{{/items}}\n{{html}}";

  it("is text in HTML", () => {
    const html = render(every, { path: "a.html", source: hostileMeeting });
    expect(html).not.toMatch(/<(?:img|script|svg)|href="(?!https?:|mailto:)/);
  });

  it.each(["javascript:alert(1)", "data:text/html,x", "vbscript:x"])("has no address %s", (url) => {
    const source = `meeting: {title: M}\ncontributions:\n  - {title: x, url: "${url}", notes: "[x](${url})", links: [{title: a, url: "${url}"}]}\n`;
    const text = '{{#items}}<a href="{{url}}">x</a>{{notes}}{{#links}}{{url}}{{/links}}{{/items}}';
    expect(render(text, { path: "a.html", source })).not.toContain(`href="${url}`);
    const markdown = render("{{#items}}[x]({{url}}){{#links}}{{url}}{{/links}}{{/items}}", {
      path: "a.md",
      source,
    });
    expect(markdown).toBe("[x]()");
  });
});

describe("hostile text in a page that Jekyll fills with Liquid", () => {
  const liquid = new Liquid();

  it.each([
    "{% endraw %}{{ site.secret }}{% raw %}",
    "{%- endraw -%}{{- site.secret -}}{%- raw -%}",
    "{% raw %}{{ site.secret }}",
    "{% comment %} a",
    "{% include secret %}{%\ninclude secret\n%}",
    '{{ "{" }}{{ "{{" }}{{{x}}} {{{{ {%{% %}}} }}%}',
    "a `{{ x }}` {{",
    "{%",
    "}} %} { % {",
    "```\n{{ .Values.image }}\n{% if x %}\n```",
  ])("is text: %j", async (hostile) => {
    const quoted = JSON.stringify(hostile);
    const source = `meeting: {title: ${quoted}, date: 2026-01-01}\ncontributions:\n  - {title: ${quoted}, speakers: [${quoted}], notes: ${quoted}}\n`;
    for (const path of ["a.md.mustache", "a.html.mustache", "a.txt.mustache"]) {
      const all = [
        "markdown",
        "html",
        "meeting.title",
        "items.0.notes",
        "items.0.notes.html",
        "items.0.speakers",
      ];
      for (const name of all) {
        const filled = render(`{{${name}.liquid}}{{{${name}.liquid}}}`, { path, source });
        const expected = render(`{{${name}}}{{{${name}}}}`, { path, source });
        expect(await liquid.parseAndRender(filled, { site: { secret: "owned" } })).toBe(expected);
      }
    }
  });

  it("is text also where the template continues it", async () => {
    const source = 'meeting: {title: "{"}\ncontributions: []\n';
    const filled = render("{{meeting.title.liquid}}{{meeting.title.liquid}} x }}", { source });
    expect(await liquid.parseAndRender(filled)).toBe("{{ x }}");
  });

  it("has no tag of Liquid but the escape, as Jekyll finds them", () => {
    const filled = render("{{markdown.liquid}}", {
      source: 'meeting: {title: "{{{% {%{{ x }}"}\ncontributions: []\n',
    });
    const tags = filled.match(/\{%.*?%\}|\{\{.*?\}\}?|\{[{%]/gs) ?? [];
    expect(new Set(tags)).toEqual(new Set(['{{ "{" }}']));
  });
});

describe("the form `text` of notes", () => {
  function plain(notes: string, form = "text"): string {
    const source = `meeting: {title: T}\ncontributions:\n  - {title: One, notes: ${JSON.stringify(notes)}}\n`;
    return render(`{{#items}}{{notes.${form}}}{{/items}}`, { source });
  }

  it.each([
    ["**Plan (B. Scribe):** ask `x*y` *(due 2026-01-09)*", "Plan (B. Scribe): ask x*y (due 2026-01-09)"],
    ["**Plan:** a\n  **b**\nc", "Plan: a\n  b\nc"],
    ["# Heading\na _b_ ~~c~~\\\nd", "Heading\na b c\nd"],
    ["Title\n---\na. b.\n---\nc", "Title\na. b.\n\n---\nc"],
    ["[a](https://e.org/a) <https://e.org> <b@e.org>", "a (https://e.org/a) https://e.org b@e.org"],
    [
      "[a][1] ![b](https://e.org/b.png)\n\n[1]: https://e.org/a",
      "a (https://e.org/a) b (https://e.org/b.png)",
    ],
    ["- a\n  - **b**\n  b2\n\n- c\n1. d\n2. e\n   f", "- a\n  - b\n\n  b2\n\n- c\n1. d\n2. e\n   f"],
    ["> a\n>\n> - b\n> > c", "> a\n>\n> - b\n> > c"],
    ["-\n- a\n\n- [x] b", "-\n- a\n\n- [x] b"],
    ["| a | **b** |\n|---|---|\n| 1 | 2 | 3 |", "a | b\n1 | 2 | 3"],
    ["```sh\nkubectl *\n\n  get\n```\n- a\n\n      code", "    kubectl *\n\n      get\n- a\n\n      code"],
    ["2*3*4, 2**3**4, *3*4, a*b*c and *a*.", "2*3*4, 2**3**4, *3*4, a*b*c and a."],
    ["**重要**です, 2 * 3 * 4, a_b_c", "重要です, 2 * 3 * 4, a_b_c"],
    ["[*a* b](https://e.org/a)*c*", "a b (https://e.org/a)c"],
    ["1 \\* 2 &amp; <b>3</b> [x](javascript:x)", "1 * 2 & <b>3</b> x"],
  ])("%j", (notes, expected) => expect(plain(notes)).toBe(expected));

  it("is also wrapped", () => {
    const lines = plain(`- ${"**word** ".repeat(30)}`, "text.wrapped").split("\n");
    expect(lines.every((line, at) => line.startsWith(at === 0 ? "- word" : "  word"))).toBe(true);
    expect(lines.length).toBeGreaterThan(2);
  });

  it("is not a form of other texts, which may be around a name `text`", () =>
    expect(render("{{#openActions}}{{#due}}{{text}}{{/due}}{{/openActions}}")).toBe("Ask again"));
});

describe("wrapped lines below an indented tag", () => {
  const source = `meeting: {title: ${"word ".repeat(30).trim()}}\n`;

  it.each([
    ["  {{meeting.title.wrapped}}", "  ", 72],
    ["x\n- {{meeting.title.wrapped}}", "  ", 72],
    ["{{#meeting}}\n    {{title.wrapped}}\n{{/meeting}}", "    ", 72],
    ["x {{meeting.title.wrapped}}", "", 74],
    ["{{meeting.title.wrapped}}", "", 72],
  ])("of %j", (text, indent, width) => {
    const lines = render(text, { source }).trimEnd().split("\n");
    expect(lines.slice(2).every((line) => line.startsWith(`${indent}word`))).toBe(true);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
    expect(lines.length).toBeGreaterThan(2);
  });

  it("of a partial", () => {
    const partials = { a: "- {{meeting.title.wrapped}}\n" };
    expect(render("  {{> a}}\n", { source, partials })).toMatch(/^ {2}- word.*\n {4}word.*\n {4}word/);
  });
});
