import { blockFlag } from "../document/blockList";
import type { Finding } from "../findings/finding";
import type { FileRule } from "./shared/rule";

/** Reports a byte order mark before a key after the start of the file, where two files were put together. */
export const strayByteOrderMark: FileRule = {
  codes: ["look-alike-character"],
  check: (document) =>
    // items report theirs with their other look-alike characters
    document.blockList.indicesWith(blockFlag.rootKeys).flatMap((index): readonly Finding[] => {
      if (index === 0 || !document.blockList.blocks[index]?.text.startsWith("\uFEFF")) return [];
      const start = document.startOfBlock(index);
      return [
        {
          code: "look-alike-character",
          isAboutCharacters: true,
          range: { start, end: start + 1 },
          message: "A byte order mark (U+FEFF) must be removed: it is invisible, and YAML reads it as text.",
          fixes: () => [
            {
              title: "Remove the invisible characters",
              edits: [{ start, end: start + 1, text: "" }],
              preferred: true,
              safe: true,
            },
          ],
        },
      ];
    }),
};
