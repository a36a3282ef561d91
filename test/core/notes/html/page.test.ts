import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arrange } from "../../../../server/src/core/notes/arrange/arrange";
import { renderNotes } from "../../../../server/src/core/notes/formats";
import { markdownToHtml } from "../../../../server/src/core/notes/html/markdownToHtml";
import { notesPage } from "../../../../server/src/core/notes/html/page";
import { surveyChart } from "../../../../server/src/core/notes/html/surveyChart";
import { notesOf } from "../../../../server/src/core/notes/read/notesOf";
import { inMeeting } from "../../../support/findings";
import { knowledge, readMeeting } from "../../../support/meeting";

function page(text: string): string {
  const notes = notesOf(readMeeting(text));
  return notesPage(notes, arrange(notes, "agenda", knowledge.vocabulary.catalogue));
}

function html(source: string): string {
  return markdownToHtml().html(source, 3).trim();
}

/** The tags, each with its attributes but for styles. */
function tagsIn(text: string): readonly string[] {
  return [...text.matchAll(/<(?!\/)[^>]*>/g)].map(([tag]) => tag.replace(/ style="[^"]*"/, ""));
}

describe("notes as HTML", () => {
  it.each([
    ["<script>alert(1)</script>", ["<p>"]],
    ["a <img src=x onerror=alert(1)>", ["<p>"]],
    ["</main></body> ]]> </style>", ["<p>"]],
    ["[a](javascript:alert(1))", ["<p>"]],
    ["[a](JaVaScRiPt:alert(1))", ["<p>"]],
    ["[a](&#106;avascript:alert(1))", ["<p>"]],
    ["[a](vbscript:x) [b](file:///etc) [c](/relative) [d](#x)", ["<p>"]],
    ["[a](data:text/html,<script>)", ["<p>"]],
    ["[a]\n\n[a]: javascript:alert(1)", ["<p>", "<p>"]],
    ["<javascript:alert(1)>", ["<p>"]],
    ["[a](https://x.org/?a=1&b=2)", ["<p>", '<a href="https://x.org/?a=1&amp;b=2">']],
    ['[a](https://x.org "t\\" onclick=x")', ["<p>", '<a href="https://x.org" title="t&quot; onclick=x">']],
    ["<a@example.org>", ["<p>", '<a href="mailto:a@example.org">']],
    ["https://x.org/a.", ["<p>", '<a href="https://x.org/a">']],
    ["README.md", ["<p>"]],
    ["![a](https://x.org/a.png)", ["<p>", '<a href="https://x.org/a.png">']],
    ["[![a](https://x.org/a.png)](https://x.org)", ["<p>", '<a href="https://x.org">']],
    ["[![a](https://x.org/a.png)](data:x)", ["<p>", '<a href="https://x.org/a.png">']],
    ["![a](data:image/png;base64,AAAA)", ["<p>"]],
    ['```"><script>\n</code></pre><b>', ["<pre>", "<code>"]],
  ])("are inert: %j", (source, tags) => {
    expect(tagsIn(html(source))).toEqual(tags);
  });

  it("leave a picture within the text out, its description in place", () => {
    expect(html(`![a plot](data:image/png;base64,${"A".repeat(10_000)}) ![](data:x)`)).toBe(
      "<p>a plot picture</p>",
    );
  });

  it("have their headings below the item's, without a gap", () => {
    expect(tagsIn(html("# a\n\n#### b\n\n# c"))).toEqual(["<h4>", "<h5>", "<h4>"]);
  });

  it("have boxes for tasks", () => {
    expect(html("- [ ] a\n- [X] b\n- [y] c\n\n[ ] d")).toMatch(/☐ a.*☑ b.*\[y\] c.*\[ \] d/s);
  });

  it("keep the lines of a paragraph, in a list and a quote too", () => {
    expect(html("a\nb\n\n- c\n  d\n- e\n\n> f\n> g").match(/<br>/g)).toHaveLength(3);
  });

  it("keep the alignment of a column beside its style", () => {
    expect(html("| a |\n|--:|\n| b |")).toMatch(/<td style="text-align:right; border/);
  });

  it("hold no tag but those of Markdown, whatever is written", () => {
    const part = fc.constantFrom(
      ..."<script>|</p>|<|>|\"|'|[|](|)|!|javascript:|data:|https://x|`|```|\n|\n\n|# |- |> ||a||&lt;|&#60;|<!--|\\".split(
        "|",
      ),
    );
    const known =
      /^<\/?(?:p|a|h[1-6]|ul|ol|li|pre|code|em|strong|s|blockquote|hr|br|table|thead|tbody|tr|th|td)\b(?: (?:href="(?:https?:|mailto:)[^"<>]*"|style="[^"<>]*"|title="[^"<>]*"|start="\d+"))*>$/;
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const tags = [...html(parts.join("")).matchAll(/<[^>]*>?/g)].map(([tag]) => tag);
        expect(tags.filter((tag) => !known.test(tag))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe("a page of notes", () => {
  it("shows hostile text as text, at every place", () => {
    const evil = `</title></main><script>alert(1)</script>"'><img onerror=x>]]>`;
    const quoted = JSON.stringify(evil);
    const everywhere = `meeting: {title: ${quoted}, date: ${quoted}, series: ${quoted}, chairs: [${quoted}], place: ${quoted}, timezone: ${quoted}, context: ${quoted}}
contributions:
  - {title: ${quoted}, speakers: [${quoted}], community: ${quoted}, themes: [${quoted}], url: ${JSON.stringify(`https://x/${evil.replaceAll(" ", "")}`)}, actions: [{text: ${quoted}, owner: ${quoted}, due: ${quoted}, status: ${quoted}}]}
  - ${evil}: [
surveys:
  - {question: ${quoted}, code: ${quoted}, answers: [{answer: ${quoted}, count: 1}]}
discussion:
  - {topic: ${quoted}, notes: ${quoted}, decisions: [${quoted}]}
`;
    const result = page(everywhere);
    expect(result.split("&lt;script&gt;").length).toBeGreaterThan(15);
    expect(result).not.toMatch(/<script|<img/);
    expect(result.match(/<\/main>|<\/title>\n/g)).toHaveLength(2);
  });

  it("lists the parts that cannot be read", () => {
    const result = page(`meeting: [\n${inMeeting("").split("\n").slice(-2).join("\n")}  - title: a: b\n`);
    expect(result).toContain("This could not be read. Line 1:");
    expect(result).toContain("This could not be read. Line 3:");
    expect(result).toContain("- title: a: b</pre>");
  });
});

describe("a place that is an address", () => {
  const address = "https://zoom.example.org/j/1_?pwd=a&b_";
  const document = readMeeting(`meeting:
  title: T
  date: 2026-01-14
  place: Room 1 and <${address}>
sessions:
  - {title: S, place: "${address}/s"}
contributions:
  - {title: One, session: S, themes: none, place: "${address}/c"}
  - {break: Coffee, session: S, place: "${address}/b"}
`);

  it.each(["html", "indico"] as const)("is a link in %s", (to) => {
    const html = renderNotes(document, { to, by: "agenda" });
    const href = address.replace("&", "&amp;");
    for (const end of ["", "/s", "/c", "/b"])
      expect(html).toContain(`<a href="${href}${end}">${href}${end}</a>`);
    expect(html).toContain(`Room 1 and <a href`);
    expect(html).not.toContain("&lt;");
  });

  it("is a link in Markdown", () => {
    const markdown = renderNotes(document, { to: "markdown", by: "agenda" });
    for (const end of ["", "/s", "/c", "/b"]) expect(markdown).toContain(`${address}${end}`);
  });

  it("is without brackets in JSON", () =>
    expect(renderNotes(document, { to: "json", by: "agenda" })).toContain(
      `"place": "Room 1 and ${address}"`,
    ));
});

describe("actions and decisions", () => {
  it("have links to the addresses in them", () => {
    const notes = "ACTION: read [it](https://e.org/a_(b)?c=1&d=2), then report";
    const text = inMeeting(
      `  - title: One\n    notes: "${notes}"\n    decisions: ["See https://e.org/d_.", "No http:// nor <https://e.org>"]\n`,
    );
    const link = (url: string) => `<a href="${url}">${url}</a>`;
    const result = page(text);
    expect(result).toContain(`Read it (${link("https://e.org/a_(b)?c=1&amp;d=2")}), then report`);
    expect(result.split(`See ${link("https://e.org/d_")}.`)).toHaveLength(3);
    expect(result).toContain(`No http:// nor ${link("https://e.org")}`);
    const document = readMeeting(text);
    const markdown = renderNotes(document, { to: "markdown", by: "agenda" });
    expect(markdown).toContain("Read it (<https://e.org/a_(b)?c=1&d=2>), then report");
    expect(markdown).toContain("- See <https://e.org/d_>.");
  });
});

describe("an abstract", () => {
  it.each([
    "About it.",
    "## Abstract\n\nAbout it.",
    "Abstract\n--------\nAbout it.",
    "**Abstract:** About it.",
    "ABSTRACT:\n\nAbout it.",
    "__Abstract__\nAbout it.",
  ])("has one heading: %j", (abstract) => {
    const text = inMeeting(`  - title: One\n    abstract: ${JSON.stringify(abstract)}\n    notes: Said.\n`);
    for (const to of ["html", "indico"] as const) {
      const result = renderNotes(readMeeting(text), { to, by: "agenda" });
      expect(result.match(/abstract/gi)).toHaveLength(1);
      expect(result).toMatch(/<p>About it\.<\/p>/);
    }
  });

  it.each(["Abstract", "Abstract interpretation is it.", "Abstractions:\nfew"])(
    "keeps its first words: %j",
    (abstract) => {
      const text = inMeeting(`  - title: One\n    abstract: ${JSON.stringify(abstract)}\n`);
      expect(page(text).match(/abstract/gi)).toHaveLength(2);
    },
  );
});

describe("the picture of a survey", () => {
  const answers = [
    { answer: "a <b>", count: 3, share: 0.75 },
    { answer: "c", count: 0, share: 0 },
    { answer: "unknown" },
  ];

  it("says to a screen reader what it shows, and draws what has a count", () => {
    const svg = surveyChart({ responses: 4, answers }, { title: "Q" });
    expect(svg).toMatch(/^<svg role="img" /);
    expect(svg).toContain("<title>Q</title><desc>4 responses. a &lt;b&gt;: 3 (75 %), c: 0 (0 %).</desc>");
    expect(
      [...(svg ?? "").matchAll(/<rect [^>]*width="([\d.]+)" fill="#/g)].map(([, width]) => width),
    ).toEqual(["195"]);
  });

  it("is missing if nothing was counted", () => {
    expect(surveyChart({ answers: [{ answer: "a" }] }, { title: "Q" })).toBeUndefined();
  });
});
