/** What people write instead of the keys of the format. */
import { isPeopleKey, noteNames } from "../../schema/keyKinds";
import { comparableName } from "../../schema/keyNames";
import type { SchemaPath } from "../../schema/schema";

type MappingKind =
  | "file"
  | "meeting"
  | "sessions"
  | "contributions"
  | "breaks"
  | "parts"
  | "surveys"
  | "discussion"
  | "actions"
  | "answers"
  | "links"
  | "persons";

type NamesByKey = Readonly<Record<string, string>>;

const titleNames = "title topic question name subject talk item heading headline titre titel label point";
const themeNames = "theme tag topics category categories keyword label track";
const urlNames = "link indico event website webpage web page href address agenda";
const linkNames = "link slide attachment";
const startNames = "time begin beginning when at starttime startat from slot timeslot schedule";
const durationNames = "durationmin durationinminutes length minutes mins time lasts";
const placeNames = "location room venue where";
const sessionNames = "block sessiontitle";
const abstractNames = "description announcement blurb";
const decisionNames = "decision conclusion resolution agreed";
const speakerNames =
  "speaker speakername people presenter author who by presentedby givenby person lecturer reporter";
const actionNames = "action todo todos task tasks actionitem actionpoint followup nextstep";

/** Other names of each key, separated by blanks, in lower case and without plural, blanks and punctuation. */
const otherNames: Readonly<Record<MappingKind, NamesByKey>> = {
  file: {
    meeting: "head header info event",
    sessions: "block track",
    contributions: "contribution talk presentation session agenda item programme program timetable",
    actions: actionNames,
    surveys: "poll question",
    discussion: "topic aob",
  },
  meeting: {
    title: `${titleNames} meeting`,
    date: "when day startdate datestart datum",
    endDate: "end until to lastday dateend",
    chairs:
      "chair convener convenor chairperson chairman chairwoman chairedby organiser organizer moderator host",
    minuteTakers:
      "minutetaker notetaker scribe secretary minutesby minutestakenby notesby rapporteur recorder writer notetakenby",
    attendees:
      "attendee present participant attendance attending attended people who peoplepresent inattendance",
    apologies: "apology absent excused regrets sorry apologiesfrom notpresent absence",
    status: "state version",
    links: `${linkNames} material resource recording video zoom`,
    nextMeeting: "next nextdate nextcall datenextmeeting dateofnextmeeting",
    place: `${placeNames} at`,
    timezone: "tz zone",
    url: urlNames,
    context: `${noteNames} introduction intro background purpose`,
  },
  sessions: {
    title: `${titleNames} session block track`,
    date: "day when on",
    start: startNames,
    duration: durationNames,
    place: placeNames,
    conveners: "convener convenor chair chairs chairperson moderator organiser organizer host",
    url: urlNames,
  },
  breaks: {
    break: `${titleNames} coffee lunch pause what`,
    session: sessionNames,
    date: "day when on",
    start: startNames,
    duration: durationNames,
    place: placeNames,
  },
  parts: {
    title: `${titleNames} part presentation`,
    speakers: speakerNames,
    duration: durationNames,
    url: urlNames,
    links: `${linkNames} material resource`,
    notes: noteNames,
    abstract: abstractNames,
  },
  links: {
    title: `${titleNames} text description`,
    url: `${urlNames} uri file`,
  },
  persons: {
    name: "fullname speaker person who participant attendee",
    affiliation:
      "institute institution affil organisation organization org from lab laboratory university site home company group experiment",
  },
  contributions: {
    title: `${titleNames} presentation contribution`,
    session: sessionNames,
    date: "day on",
    place: placeNames,
    decisions: decisionNames,
    parts: "part subcontribution subcontributions subtalk subtalks subitem subitems",
    speakers: speakerNames,
    community: "experiment vo collaboration from",
    themes: `${themeNames} topic subject`,
    start: startNames,
    duration: durationNames,
    url: urlNames,
    notes: noteNames,
    abstract: abstractNames,
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
    decisions: decisionNames,
    actions: actionNames,
  },
  actions: {
    text: `${titleNames} action task what todo description summary`,
    owner: "assignee responsible who by assigned assignedto person speaker name",
    owners: "assignees responsibles persons people",
    id: "number no nr num ref reference actionid code",
    since: "raised opened from created raisedon openedon origin meeting",
    due: "deadline by until when date dueby duedate",
    status: "state progress done completed",
    closed: "closedon doneon completedon finishedon resolved closeddate dateclosed",
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
  if (typeof kind === "string" && isPeopleKey(kind)) return "persons";
  return typeof kind === "string" && kind in otherNames ? (kind as MappingKind) : "file";
}
