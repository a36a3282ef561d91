import { isPeopleKey } from "../../schema/keyKinds";
import { actions } from "./actionForm";
import { answers } from "./answerForm";
import type { EntryForm } from "./entryForm";
import { links } from "./linkForm";
import { parts } from "./partForm";
import { decisions, names } from "./textForms";
import { themes } from "./themeForm";

const forms: Readonly<Record<string, EntryForm>> = { actions, answers, decisions, links, parts, themes };

/** The form of the entries of a list; undefined for a key without one. */
export function entryFormOf(key: string): EntryForm | undefined {
  return isPeopleKey(key) ? names : forms[key];
}
