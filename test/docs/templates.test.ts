import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Liquid } from "liquidjs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { displayWidth } from "../../server/src/core/text/displayWidth";
import { inFolder, wlcgNotes } from "../support/commandLine";

const root = fileURLToPath(new URL("../..", import.meta.url));
const page = readFileSync(`${root}docs/templates.md`, "utf8");
const workshop = `${root}test/golden/workshop.contributions.yaml`;

/** What a template of the page writes for a meeting. */
async function filled(template: string, meeting = workshop): Promise<string> {
  const path = `${root}docs/templates/${template}`;
  const { code, out, err } = await wlcgNotes("render", meeting, "--force", "--template", path);
  expect([code, err]).toEqual([0, expect.not.stringContaining("line")]);
  return out;
}

describe("the page about templates", () => {
  it.each(["website.md.mustache", "mail.txt.mustache", "action.txt.mustache"])(
    "shows %s as it is",
    (name) => {
      const [, shown] = new RegExp(`<!-- ${name} -->\n\`\`\`text\n(.*?)\`\`\``, "s").exec(page) ?? [];
      expect(shown).toBe(readFileSync(`${root}docs/templates/${name}`, "utf8"));
    },
  );
});

describe("the templates of the page", () => {
  it("write a front matter that is YAML, and the notes below it", async () => {
    const [, front = "", body = ""] = (await filled("website.md.mustache")).split(/^---\n/m);
    expect(parse(front)).toMatchObject({
      title: "Workshop on containers at scale",
      date: "2026-03-03",
      layout: "default",
      author: ["J. Novak", "K. Silva"],
    });
    expect(body).toContain("# [Workshop on containers at scale]");
  });

  it.each([
    "{% endraw %}{{ site.secret }}{% raw %}",
    '": --- x',
    "x\n---\n{{ site.secret }}\n---\n",
    "...\n\u2028---\u2028x: y",
    "'a: [b, {c}] # d & *e !f | > %g @h `i",
    "\\u0041 \\",
    "yes",
  ])("write a page of Jekyll whose texts are those of the file: %j", async (text) => {
    const quoted = JSON.stringify(text);
    await inFolder({
      "a.contributions.yaml": `meeting: {title: ${quoted}, date: 2026-01-02, minuteTakers: [${quoted}]}\ncontributions: [{title: T, themes: none, notes: ${quoted}}]\n`,
    });
    const args = ["render", "a.contributions.yaml", "--force"];
    const { out } = await wlcgNotes(...args, "--template", `${root}docs/templates/website.md.mustache`);
    // https://github.com/jekyll/jekyll/blob/v4.4.1/lib/jekyll/document.rb
    const [whole = "", front = ""] = /^(---\s*\n.*?\n?)^(?:(?:---|\.\.\.)\s*$\n?)/ms.exec(out) ?? [];
    const line = text.trim().replaceAll(/\s+/g, " ");
    expect(parse(front)).toEqual({ title: line, date: "2026-01-02", layout: "default", author: [line] });
    const page = await new Liquid().parseAndRender(out.slice(whole.length), { site: { secret: "owned" } });
    expect(`${page.trim()}\n`).toBe((await wlcgNotes(...args)).out);
  });

  it("write a page of Jekyll for a meeting without a date", async () => {
    await inFolder({ "a.contributions.yaml": "meeting: {title: T}\ncontributions: []\n" });
    const path = `${root}docs/templates/website.md.mustache`;
    const { out } = await wlcgNotes("render", "a.contributions.yaml", "--force", "--template", path);
    expect(out).toMatch(/^---\ntitle: "T"\nlayout: default\nauthor: \[\]\n---\n\n# T\n/);
  });

  it("write a mail of 72 columns, with the open actions", async () => {
    const mail = await filled("mail.txt.mustache");
    const lines = mail.split("\n");
    expect(lines[0]).toBe("Subject: Workshop on containers at scale, 2026-03-03 to 2026-03-04: notes");
    const long = lines.slice(1).filter((line) => displayWidth(line) > 72 && line.includes(" "));
    expect(long).toEqual([]);
    expect(mail).toMatch(/\nOpen actions\n\n- Q\. Meyer, due 2026-03-20\n {2}Send the list/);
  });

  it("write a mail with the session and the time of each contribution of several days", async () => {
    const mail = await filled("mail.txt.mustache");
    expect(mail).toContain("\nWelcome\n2026-03-03, 09:00–09:15\nH. Larsen\n");
    expect(mail).toContain("\nQuotas and who pays for them\nStorage\n2026-03-03, 11:30–12:30\nQ. Meyer");
    const oneDay = await filled("mail.txt.mustache", `${root}test/golden/board.contributions.yaml`);
    expect(oneDay).not.toMatch(/^2026-\d\d-\d\d, /m);
  });

  it("write a mail without the marks of Markdown, with indented lines of actions", async () => {
    await inFolder({
      "a.contributions.yaml": `meeting: {title: T, date: 2026-01-02}
contributions:
  - title: One
    themes: none
    notes: |
      We **agreed** on [the plan](https://example.org/plan).
      ACTION: B. Scribe to ask all sites that have not answered yet about their plans for the next year, by Friday
`,
    });
    const path = `${root}docs/templates/mail.txt.mustache`;
    const { out } = await wlcgNotes("render", "a.contributions.yaml", "--force", "--template", path);
    expect(out).toContain("We agreed on the plan (https://example.org/plan).\nAction: B. Scribe to ask");
    expect(out).toMatch(/\n- B\. Scribe, due 2026-01-0\d\n {2}Ask all .+\n {2}\S.+\n/);
    expect(out).not.toContain("*");
  });

  it("write a mail with the status of the notes, and the responses and answers of surveys", async () => {
    await inFolder({
      "a.contributions.yaml": `meeting: {title: T, date: 2026-01-02, status: draft}
surveys:
  - {question: Which?, themes: none, responses: 3, answers: [{answer: Helm, count: 3}, {answer: None, count: 0}]}
  - {question: When?, themes: none, answers: [{answer: Now, count: 1}]}
`,
    });
    const path = `${root}docs/templates/mail.txt.mustache`;
    const { out } = await wlcgNotes("render", "a.contributions.yaml", "--force", "--template", path);
    expect(out).toMatch(/^Subject: T, 2026-01-02: notes\n\nStatus:\ndraft\n\nWhich\?\n/);
    expect(out).toContain("Which?\nResponses: 3\n- Helm: 3\n- None: 0\n\nWhen?\n- Now: 1\n");
  });

  it("write a mail with the place, the people and the next meeting", async () => {
    const mail = await filled("mail.txt.mustache", `${root}test/golden/board.contributions.yaml`);
    expect(mail).toMatch(/\n\nPlace:\nVideo conference\n\nPresent:\n(?:.+\n)+\nApologies:\nG\. Petrov\n\n/);
    expect(mail).toMatch(/\n\nNext meeting:\n2026-01-28\n\nhttps:\/\/\S+\n$/);
    expect(mail).not.toContain("\n\n\n");
  });

  it("write a mail with the parts of contributions, and the decisions once, at its end", async () => {
    const mail = await filled("mail.txt.mustache");
    const [, closing = ""] = mail.split("\nDecisions\n");
    expect(closing).toMatch(/^\n\S/);
    expect(mail).not.toContain("\nDecision:\n");
    expect(mail).toContain("\n\nWhat the users see\nQ. Meyer\n\nA quota ");
  });
});
