/** Reads brackets with owners and a day or a status at one end of an action. */
import { type LabelDetails, labelDetails } from "./labelDetails";
import { initialled, isEveryone, isInitials, namesIn, type OwnedText } from "./owners";
import type { ShorthandContext } from "./types";

interface Details extends OwnedText, Omit<LabelDetails, "names"> {}

/** Removes owners with a due date or a status in brackets at one end: `ask (JC by Friday)`, `[RJ, ongoing] ask`. */
export function bracketDetails(text: string, context: ShorthandContext): Details {
  const from = Math.max(0, text.length - maxDetailsLength);
  const atStart = /^[([]([^()[\]]{2,80})[)\]][\s:,-]{1,4}(?=\S)/.exec(text);
  const match = atStart ?? /\s[*_]{0,3}[([]([^()[\]]{2,80})[)\]][*_]{0,3}\.?$/.exec(text.slice(from));
  const { names, ...details } = labelDetails(match?.[1] ?? "", context);
  const { people } = context;
  const owners = names === "" ? [] : (namesIn(names, people) ?? []);
  const arePersons = owners.every(
    (name) =>
      people.find(name) !== undefined || isInitials(name) || isEveryone(name) || initialled.test(name),
  );
  if (!match || owners.length === 0 || !arePersons || Object.keys(details).length === 0)
    return { text, owners: [] };
  const found = owners.map((name) => people.find(name) ?? name);
  const rest = atStart ? text.slice(atStart[0].length) : text.slice(0, from + match.index).trim();
  return { text: rest, owners: [...new Set(found)], ...details };
}

/** UTF-16 units at the end of an action in which brackets are searched. */
const maxDetailsLength = 100;
