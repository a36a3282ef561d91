/** The section of docs/editors.md for authors of clients matches the server. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fixAllKind } from "../../server/src/features/codeActions/codeActions";
import { collectKind, collectLineKind } from "../../server/src/features/codeActions/collectActions";
import { tagAllKind } from "../../server/src/features/codeActions/tagAllAction";
import { arrangements, formats } from "../../server/src/features/notesRequests";
import { requests } from "../../server/src/lsp/requests/index";
import { defaultSettings } from "../../server/src/lsp/settings/settings";

const read = (name: string): string => readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");
const section = read("docs/editors.md").split("## For authors of clients\n")[1] ?? "";

describe("the section for authors of clients", () => {
  it("names every custom message of the server, and no other", () => {
    const sent = read("server/src/lsp/notifications.ts").match(/"wlcgNotes\/\w+"/g) ?? [];
    const answered = requests.filter(({ method }) => method.startsWith("wlcgNotes/"));
    const known = [...sent, ...answered.map(({ method }) => `"${method}"`)];
    const documented = section.match(/`wlcgNotes\/\w+`/g) ?? [];
    expect([...new Set(documented)].map((name) => name.replaceAll("`", '"')).sort()).toEqual(known.sort());
  });

  it("names every setting with its default", () => {
    const rows = [...section.matchAll(/^\| `(\w+)` \| .* \| `(.*)` \|$/gm)];
    expect(rows.map(([, name, value]) => [name, JSON.parse(value ?? "")])).toEqual(
      Object.entries(defaultSettings),
    );
  });

  it.each([...arrangements, ...formats, fixAllKind, tagAllKind, collectKind, collectLineKind])(
    "names `%s`",
    (word) => {
      expect(section).toContain(`\`${word}\``);
    },
  );
});
