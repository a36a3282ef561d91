import { actions } from "./actionForm";
import { answers } from "./answerForm";
import type { EntryForm } from "./entryForm";
import { decisions, names } from "./textForms";
import { themes } from "./themeForm";

/** The forms by the key of the list. */
export const entryForms: Readonly<Record<string, EntryForm>> = {
  actions,
  answers,
  chairs: names,
  decisions,
  speakers: names,
  themes,
};
