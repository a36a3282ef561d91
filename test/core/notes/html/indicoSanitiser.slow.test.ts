/** Indico's sanitiser leaves minutes as they are: `bleach` with Indico's lists, as Debian packages it. */
import { readFileSync } from "node:fs";
import { globSync } from "tinyglobby";
import { describe, expect, it } from "vitest";
import { arrangements } from "../../../../server/src/core/notes/arrange/sections";
import { renderNotes } from "../../../../server/src/core/notes/formats";
import { notesOf } from "../../../../server/src/core/notes/read/notesOf";
import { readFixture } from "../../../support/fixtureCatalogue";
import { goldens, rendered } from "../../../support/golden";
import { hostileMeeting } from "../../../support/hostile";
import { pythonWithBleach, sanitised } from "../../../support/indicoSanitiser";

const python = pythonWithBleach();
const isMissing = python === undefined;
const title = isMissing
  ? "Indico's sanitiser: skipped, as no Python has the package bleach (apt-get install python3-bleach)"
  : "Indico's sanitiser";

const samples = globSync("sample/*.contributions.yaml").map(
  (file) => [file, readFileSync(file, "utf8")] as const,
);

describe.skipIf(isMissing)(title, () => {
  it("leaves the minutes of the golden meetings unchanged", () => {
    const fragments = goldens
      .filter(({ to }) => to === "indico")
      .map(({ text, ...options }) => rendered(text, options));
    expect(sanitised(python ?? "", fragments)).toEqual(fragments);
  });

  it.each([["hostile", hostileMeeting] as const, ...samples])(
    "leaves the minutes of a meeting unchanged: %s",
    (_, text) => {
      const fragments = arrangements.map((by) => renderNotes(readFixture(text), { to: "indico", by }));
      expect(sanitised(python ?? "", fragments)).toEqual(fragments);
    },
  );

  it("leaves the minutes of each contribution unchanged", () => {
    const texts = [hostileMeeting, ...new Set(goldens.map(({ text }) => text))];
    const fragments = texts.flatMap((text) => {
      const document = readFixture(text);
      const contributions = notesOf(document).items.filter(({ kind }) => kind === "contributions");
      return contributions.map((item) => renderNotes(document, { to: "indico", by: "agenda", item }));
    });
    expect(fragments.length).toBeGreaterThan(20);
    expect(fragments.filter((fragment) => !fragment.startsWith("<h2>"))).toEqual([]);
    expect(sanitised(python ?? "", fragments)).toEqual(fragments);
  });

  it("shows a page as text, and takes styles away", () => {
    const page = '<main style="color: red"><svg></svg></main>';
    expect(sanitised(python ?? "", [page])[0]).toContain("&lt;main");
  });
});
