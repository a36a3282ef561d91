/** Meetings of the fixture catalogue whose notes are stored next to them, in every format and arrangement. */
import { readFileSync } from "node:fs";
import { arrangements } from "../../server/src/core/notes/arrange/sections";
import { type formats, notesFormats, renderNotes } from "../../server/src/core/notes/formats";
import { readFixture } from "./fixtureCatalogue";

const root = new URL("../../", import.meta.url);

const meetings: Readonly<Record<string, string>> = {
  "pre-gdb": "test/golden/pre-gdb.contributions.yaml",
  talks: "test/golden/talks.contributions.yaml",
  everything: "test/golden/everything.contributions.yaml",
  board: "test/golden/board.contributions.yaml",
  weekly: "test/golden/weekly.contributions.yaml",
  workshop: "test/golden/workshop.contributions.yaml",
};

export interface Golden {
  readonly meeting: string;
  /** as its file has it */
  readonly text: string;
  readonly to: (typeof formats)[number];
  readonly by: (typeof arrangements)[number];
  /** below `test/golden/` */
  readonly file: string;
}

export const goldens: readonly Golden[] = Object.entries(meetings).flatMap(([meeting, path]) => {
  const text = readFileSync(new URL(path, root), "utf8");
  return notesFormats.flatMap(({ id, extension, isArranged }) =>
    arrangements
      .filter((by) => isArranged || by === "agenda")
      .map((by) => ({ meeting, text, to: id, by, file: `${meeting}/${by}.${extension}` })),
  );
});

export function rendered(text: string, { to, by }: Pick<Golden, "to" | "by">): string {
  return renderNotes(readFixture(text), { to, by });
}

/** The stored notes, which a person has reviewed. */
export function goldenText(file: string): string {
  return readFileSync(new URL(`test/golden/${file}`, root), "utf8");
}
