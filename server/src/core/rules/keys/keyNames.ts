/** What people write instead of the keys of the format. */
import { noteNames } from "../../schema/keyKinds";
import { comparableName } from "../../schema/keyNames";
import type { SchemaPath } from "../../schema/schema";

type MappingKind = "file" | "meeting" | "contributions" | "surveys" | "discussion" | "actions" | "answers";

type NamesByKey = Readonly<Record<string, string>>;

const titleNames = "title topic question name subject talk item heading headline titre titel label point";
const themeNames = "theme tag topics category categories keyword label track";
const urlNames = "link indico event website webpage web page href address agenda";
const actionNames = "action todo todos task tasks actionitem actionpoint followup nextstep";

/** Other names of each key, separated by blanks, in lower case and without plural, blanks and punctuation. */
const otherNames: Readonly<Record<MappingKind, NamesByKey>> = {
  file: {
    meeting: "head header info event",
    contributions: "contribution talk presentation session agenda item programme program timetable",
    surveys: "poll question",
    discussion: "topic aob",
  },
  meeting: {
    title: `${titleNames} meeting`,
    date: "when day startdate datestart datum",
    endDate: "end until to lastday dateend",
    chairs:
      "chair convener convenor chairperson chairman chairwoman chairedby organiser organizer moderator host",
    place: "location room venue where at",
    timezone: "tz zone",
    url: urlNames,
    context: `${noteNames} introduction intro background purpose`,
  },
  contributions: {
    title: `${titleNames} presentation contribution`,
    speakers:
      "speaker speakername people presenter author who by presentedby givenby person lecturer reporter",
    community: "experiment vo collaboration from",
    themes: `${themeNames} topic subject`,
    start: "time begin beginning when at starttime startat from slot timeslot schedule",
    duration: "durationmin durationinminutes length minutes mins time lasts",
    url: urlNames,
    notes: noteNames,
    actions: actionNames,
  },
  surveys: {
    question: `${titleNames} text query`,
    code: "number id",
    responses: "response respondent reply replies numberofresponse total",
    answers: "answer result option choice vote",
    themes: `${themeNames} topic subject`,
    notes: noteNames,
  },
  discussion: {
    topic: titleNames,
    themes: `${themeNames} subject`,
    notes: noteNames,
    decisions: "decision conclusion resolution agreed",
    actions: actionNames,
  },
  actions: {
    text: `${titleNames} action task what todo description summary`,
    owner: "assignee responsible who by assigned assignedto person speaker name",
    due: "deadline by until when date dueby duedate",
    status: "state progress done closed completed",
  },
  answers: {
    answer: `option choice text value reply response ${titleNames}`,
    count: "votes vote n number responses response replies total value",
  },
};

/**
 * @param name as written
 * @param path of the mapping that has the key
 * @returns the keys that it is another name of, in the order of the format
 */
export function keysCalled(name: string, path: SchemaPath): readonly string[] {
  const names = otherNames[mappingKindAt(path)];
  const comparable = comparableName(name);
  return Object.keys(names).filter((key) =>
    names[key]?.split(" ").some((other) => comparableName(other) === comparable),
  );
}

/** True if the name differs from the key only in case, blanks, punctuation or a plural. */
export function isSpellingOf(name: string, key: string): boolean {
  return comparableName(name) === comparableName(key);
}

function mappingKindAt(path: SchemaPath): MappingKind {
  const kind = path.findLast((step) => typeof step === "string");
  return typeof kind === "string" && kind in otherNames ? (kind as MappingKind) : "file";
}
