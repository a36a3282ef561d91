/** Meetings whose notes are kept beside them, in every format and arrangement. */
import { readFileSync } from "node:fs";
import { arrangements } from "../../server/src/core/notes/arrange/sections";
import { type formats, notesFormats, renderNotes } from "../../server/src/core/notes/formats";
import { read } from "./meeting";

const root = new URL("../../", import.meta.url);

const meetings: Readonly<Record<string, string>> = {
  "pre-gdb": "sample/2019-12-10-kubernetes-pre-gdb.contributions.yaml",
  talks: "sample/kubernetes-in-hep-talks.contributions.yaml",
  everything: "test/golden/everything.contributions.yaml",
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
  return renderNotes(read(text), { to, by });
}

/** What is kept, as it was looked at. */
export function kept(file: string): string {
  return readFileSync(new URL(`test/golden/${file}`, root), "utf8");
}
