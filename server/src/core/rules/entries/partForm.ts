import { isMap } from "yaml";
import { pairsOf } from "../../yaml/nodes";
import { quote } from "../../yaml/scalars";
import { isKeyOrCorrection } from "../keys/keyCorrections";
import { allOf, type EntryForm, sourceOfText, wordsOf } from "./entryForm";

/** The path of a part. */
const partPath = ["contributions", 0, "parts", 0] as const;

/** `Part one` as a part with keys */
export const parts: EntryForm = {
  message: "A part must have keys, for example `title: Part one`.",
  title: "Write it as a part",
  isEntry: (node, { vocabulary }) =>
    isMap(node) &&
    (pairsOf(node).length === 0 ||
      pairsOf(node).some(({ name }) => isKeyOrCorrection(name, node, partPath, vocabulary))),
  fromPairs: (pairs) =>
    allOf(
      pairs.map(({ name, value }) => {
        const words = wordsOf(value);
        return words === undefined ? undefined : { flow: `{title: ${quote(`${name}: ${words}`)}}` };
      }),
    ),
  fromEntry: (node) => {
    const title = sourceOfText(node);
    return title === undefined ? undefined : [{ flow: `{title: ${title}}`, lines: [`title: ${title}`] }];
  },
};
