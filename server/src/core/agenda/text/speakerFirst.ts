/** Agendas that name the speaker before the title: `Bob Smith: Kueue at scale`, `Tom Lee, CERN - Talos`. */
import type { Person } from "../../document/persons";
import { isRoutineTitle } from "../../suggest/routineTitle";
import { type PeopleReading, readPeople, type WordKnowledge } from "../lines/readPeople";
import type { BuiltEntry } from "./agendaBuilder";

/** Share of the entries that name their speaker first, from which all that can do so. */
const minShare = 0.6;

interface Named {
  readonly entry: BuiltEntry;
  readonly title: string;
  readonly people: readonly Person[];
  readonly isCertain: boolean;
}

/** Moves the persons before the titles to the speakers, where most entries have them there. */
export function moveSpeakersFirst(entries: readonly BuiltEntry[], words: WordKnowledge): void {
  const talks = entries.filter(
    ({ isBreak, isSession, title }) => !isBreak && !isSession && !isRoutineTitle(title),
  );
  const named = talks.flatMap((entry) => namedFirst(entry, words) ?? []);
  const certain = named.filter(({ isCertain }) => isCertain);
  if (named.length < 2 || named.length < talks.length * minShare || certain.length * 2 < named.length) return;
  for (const { entry, title, people } of named) {
    entry.title = title;
    entry.speakers = [...people];
  }
}

function namedFirst(entry: BuiltEntry, words: WordKnowledge): Named | undefined {
  const [, before = "", title = ""] = /^([^:]{3,80}?)(?:\s?:|\s[-–—]{1,2})\s(\S.*)$/.exec(entry.title) ?? [];
  if (before !== "" && entry.speakers.length === 0) {
    const reading = fullNames(before, words);
    return reading && { entry, title, people: reading.people, isCertain: reading.certainty === 3 };
  }
  return swapped(entry, words);
}

/** `Bob Smith - Open Horizon`, where the title was taken for a person. */
function swapped(entry: BuiltEntry, words: WordKnowledge): Named | undefined {
  const [speaker, ...others] = entry.speakers;
  if (!speaker || others.length > 0 || speaker.affiliation !== undefined) return undefined;
  const reading = fullNames(entry.title, words);
  if (reading?.certainty !== 3 || (readPeople(speaker.name, words)?.certainty ?? 0) === 3) return undefined;
  return { entry, title: speaker.name, people: reading.people, isCertain: true };
}

function fullNames(text: string, words: WordKnowledge): PeopleReading | undefined {
  const reading = readPeople(text, words);
  const areFull = reading?.people.every(({ name }) => name.includes(" "));
  return reading && areFull && reading.certainty >= 2 ? reading : undefined;
}
