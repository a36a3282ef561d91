/** Each sentence of SECURITY.md about behaviour, and the test that checks it. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import manifest from "../../package.json";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (file: string): string => readFileSync(`${root}/${file}`, "utf8");

type Check = readonly [file: string, words: string];

const folder = "test/security/folder.test.ts";
const shown = "test/security/displayText.slow.test.ts";
const hostile = "test/security/hostileText.slow.test.ts";
const network = "test/security/network.slow.test.ts";
const httpRequest = "test/host/network/httpRequest.test.ts";
const publish = "test/cli/publish.test.ts";
const requests = "test/client/indicoRequests.test.ts";
const calls = "test/security/calls.test.ts";
const restricted = "test/workbench/restricted.mjs";

/** The first words of a sentence, and where it is checked. */
const checks: Readonly<Record<string, readonly Check[]>> = {
  "The server reads": [[network, "by the server, whatever it is asked"]],
  "A catalogue must be": [[folder, "out of the workspace lead to no catalogue"]],
  "Below a folder the server": [
    [folder, "below a folder are not followed by the command line"],
    [folder, "below a folder are not followed by the server"],
  ],
  "The command line follows": [[folder, "named as an argument are followed"]],
  "The extension writes": [[folder, "is the file that is fixed, and nothing beside it"]],
  "`wlcg-notes fix` does not": [
    ["test/faults/writing.slow.test.ts", "does not write the file (%s), reports it, and continues"],
  ],
  "An edit of one item": [[folder, "does not change the next item"]],
  "VS Code asks for": [
    [requests, "asks once for each host, in a box that names it and hides the token"],
    [requests, "sends no token of one host when another one is asked for"],
  ],
  "The log of messages": [
    [requests, "keeps tokens out of the log of messages"],
    [requests, "forgets the tokens of all hosts"],
  ],
  "In VS Code, publishing": [
    ["test/client/publishNotes.test.ts", "writes nothing before the user has seen the list"],
    ["test/client/publishNotes.test.ts", "overwrites what was edited in Indico only after a question"],
  ],
  "The extension connects to": [[httpRequest, "an address is refused"]],
  "Without a token, a redirect": [[httpRequest, "and followed without one"]],
  "Nothing else in the": [
    [network, "by the server, whatever it is asked"],
    [network, "by the editor's side: its sources name nothing that could"],
  ],
  "`wlcg-notes import` and": [[httpRequest, "an address is refused"]],
  "The other commands make": [[network, "by the command line"]],
  "The token for Indico": [
    [httpRequest, "to another origin is refused with a token"],
    ["test/host/network/tls.slow.test.ts", "a redirect from https"],
  ],
  "Messages and logs of": [
    [publish, "not.toContain(minutesToken)"],
    ["test/lsp/requests/publishNotes.slow.test.ts", "never in a message of the server"],
  ],
  "The command line and the commands": [[publish, "is for a host that only the file names"]],
  "It is sent to the host": [["test/host/indico/environmentToken.test.ts", "is not sent to %s"]],
  "If `WLCG_NOTES_INDICO_HOST` is": [[publish, "is for another host"]],
  "Answers are limited in": [
    [httpRequest, "a large answer, compressed or not"],
    [httpRequest, "no answer, or a slow one"],
  ],
  "A certificate that cannot": [
    ["test/host/network/tls.slow.test.ts", "of an unknown authority is refused, before anything is sent"],
  ],
  "`wlcg-notes publish` overwrites minutes": [
    ["test/core/minutes/compareMinutes.test.ts", "are a conflict after an edit of %s"],
    [publish, "overwrites it only with --force"],
  ],
  "A link opens in": [["test/browser/preview.test.ts", "when they are clicked"]],
  "Hovers, the notes": [
    [shown, "is text: no picture, link, tag or block"],
    ["test/browser/preview.test.ts", "neither runs nor loads"],
    ["test/browser/pages.test.ts", "runs nothing and loads nothing"],
  ],
  "The extension runs no": [[network, "by the server, whatever it is asked"]],
  "The schemas are compiled": [[network, "catches %s"]],
  "The extension works in": [[restricted, "reads in Restricted Mode no catalogue"]],
  "In Restricted Mode the": [
    [folder, "ignores a folder's catalogue and limits"],
    [restricted, "reads in Restricted Mode no catalogue"],
  ],
  "Your own values apply": [[restricted, "reads in Restricted Mode no catalogue"]],
  "Once you trust the": [[restricted, "reads the catalogue once the folder is trusted"]],
  "The folder can change": [[folder, "lets a folder change the severities of diagnostics"]],
  "Symbols and completion lists": [
    [shown, "a label of a symbol or a completion"],
    ["test/features/documentSymbols.test.ts", "show no icons"],
    ["test/features/completion/completion.test.ts", "show no icons"],
  ],
  "A completion inserts the": [["test/features/completion/completion.test.ts", "show no icons"]],
  "Its meetings can change": [[folder, "lets a folder change the severities of diagnostics"]],
  "The commands that reach": [
    [requests, "sends no token of one host when another one is asked for"],
    [requests, "asks once for each host, in a box that names it and hides the token"],
  ],
  "A catalogue and a": [
    [folder, "of a catalogue: a larger one is refused"],
    [folder, "of a catalogue: one of too many themes is refused"],
    ["test/lsp/largeFile.slow.test.ts", "reports that a file of 50 MB is too large"],
  ],
  "A larger one gets": [[folder, "of a catalogue: a larger one is refused"]],
  "Titles, notes, catalogues, settings": [[calls, "text is shown by the files that prepare it"]],
  "A notification and the": [
    [shown, "has no link, as VS Code and Markdown read one"],
    [shown, "in the status bar has no icon"],
    [hostile, "nothing that can be clicked"],
    [restricted, "names no path of the folder's settings in a message, and no link"],
  ],
  "A hover and the": [[hostile, "hovers without pictures"]],
  "The addresses that a": [[hostile, "hovers without pictures"]],
  "Diagnostics, titles of quick": [[hostile, "sends labels of one line"]],
  "On a terminal and": [[hostile, "prints nothing that acts"]],
  "`wlcg-notes fix --dry-run` prints": [
    ["test/cli/fixDiff.slow.test.ts", "makes of the diff what fix writes"],
  ],
  "For another file it": [
    [hostile, "prints nothing that acts"],
    ["test/cli/fixDiff.slow.test.ts", "and nothing of a diff that shows characters that act"],
  ],
  "Reports for programs": [
    [hostile, "writes the names of files as they are where programs read them"],
    [hostile, "writes JSON that acts on no terminal and in no log"],
  ],
  "Messages in `sarif` have": [["test/cli/reports/reports.test.ts", "has no embedded links"]],
  "A template of `wlcg-notes": [
    ["test/core/notes/template/renderTemplate.test.ts", "no code of a template runs"],
  ],
  "Its partials are files": [["test/cli/renderForms.test.ts", "with a link as a partial"]],
  "In exported Markdown, raw": [
    ["test/core/notes/markdown/markdown.test.ts", "hold no HTML for who lets it through"],
    ["test/core/notes/markdown/markdown.test.ts", "write code that some sites read as text"],
  ],
  "Footnotes of one item": [
    ["test/core/notes/markdown/markdown.test.ts", "keep their footnotes apart, whatever their text"],
    ["test/core/notes/markdown/markdown.test.ts", "have no footnote of another text"],
  ],
  "A line of text": [["test/core/notes/markdown/markdown.test.ts", "have no quick actions of GitLab"]],
  "Mentions (`@name`) and pictures": [
    ["test/core/notes/markdown/markdown.test.ts", "keep mentions and pictures as they are written"],
  ],
  "A title or a": [
    ["test/core/notes/markdown/markdown.test.ts", "have titles and messages that hold none either"],
  ],
  "The notes preview shows": [["test/browser/preview.test.ts", "neither runs nor loads"]],
  "Its page allows the": [
    ["test/browser/preview.test.ts", "would have been caught, had its policy let them"],
  ],
};

/** `Reading.` before a sentence */
const isLabel = /^\w+\.$/;

/** The sentences of the sections about behaviour, without their labels. */
function sentences(): readonly string[] {
  const [, ...sections] = read("SECURITY.md").split(/^## /m);
  return sections.slice(0, 3).flatMap((section) =>
    section
      .split("\n")
      .slice(1)
      .flatMap((line) =>
        line
          .replace(/^- /, "")
          .replaceAll("**", "")
          .split(/(?<=\.)\s+(?=[A-Z`])/),
      )
      .filter((sentence) => sentence !== "" && !isLabel.test(sentence)),
  );
}

/** Advice for the reader, which is not about the behaviour of the program. */
const advice = "`wlcg-notes render` without `-o` writes";

describe("SECURITY.md", () => {
  it("names each setting that a folder can change, and each that it cannot", () => {
    const { capabilities, contributes } = manifest;
    const { restrictedConfigurations: restricted } = capabilities.untrustedWorkspaces;
    const named = (opening: string) =>
      [...(sentences().find((one) => one.startsWith(opening)) ?? "").matchAll(/`(wlcgNotes\.[\w.]+)`/g)]
        .map(([, name]) => name)
        .sort();
    const all = Object.keys(contributes.configuration.properties);
    expect(named("The folder can change")).toEqual(all.filter((one) => !restricted.includes(one)).sort());
    expect(named("In Restricted Mode the")).toEqual([...restricted].sort());
  });

  const all = sentences().filter((sentence) => !sentence.startsWith(advice));

  it("has a test for each sentence, and each test its sentence", () => {
    const openings = Object.keys(checks);
    expect(all.length).toBeGreaterThan(20);
    expect(all.filter((sentence) => !openings.some((opening) => sentence.startsWith(opening)))).toEqual([]);
    expect(openings.filter((opening) => !all.some((sentence) => sentence.startsWith(opening)))).toEqual([]);
  });

  it.each(
    Object.entries(checks).flatMap(([opening, tests]) => tests.map((test) => [opening, ...test] as const)),
  )("“%s …” is checked by %s: %s", (_, file, words) => {
    expect(read(file)).toContain(words);
  });
});
