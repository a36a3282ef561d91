// Writes the files derived from the tables of codes, rules and formats of notes. Run it in the root folder.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { notesFormats } from "../server/src/core/notes/formats";
import { derivedFiles } from "./derivedFiles";

const names = notesFormats.map(({ write: _, ...format }) => ({ ...format, writeItem: undefined }));
const formatNames = `/** The formats of notes, without their writers. */
export const formatNames = ${JSON.stringify(names)} as const;
`;

for (const [path, text] of [...derivedFiles(), ["server/generated/formatNames.ts", formatNames] as const]) {
  if (!existsSync(path) || readFileSync(path, "utf8") !== text) writeFileSync(path, text);
}
