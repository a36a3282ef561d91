/** The head of a meeting as HTML. */
import { element, escapeXml } from "../../text/xml";
import { draftText, factsOf, type PersonsFact, personsFacts } from "../arrange/headText";
import { personsText, problemLines, untitled } from "../arrange/notesText";
import type { Notes } from "../read/notes";
import { linkedHtml, linkHtml, linksHtml, problemsHtml, unreadableHtml } from "./itemHtml";
import { styles } from "./styles";

/** The title with the warnings that are about the whole file. */
export function titleHtml({ meeting, unread, problems }: Notes): readonly string[] {
  const draft = draftText(meeting);
  return [
    element("h1", {}, linkHtml(meeting.title || untitled, meeting.url)),
    ...(draft === undefined ? [] : [element("p", { style: styles.note }, element("strong", {}, draft))]),
    ...problemsHtml(problemLines(problems)),
    ...unread.map(unreadableHtml),
  ];
}

export function headHtml({ meeting }: Notes): readonly string[] {
  const facts = factsOf(meeting).map(({ name, value }) => named(name, linkedHtml(value)));
  return [
    ...(facts.length > 0 ? [element("p", { style: styles.facts }, facts.join(" · "))] : []),
    ...personsFacts(meeting).map(personsHtml),
    ...(meeting.links.length > 0
      ? [element("p", { style: styles.persons }, named("Links", linksHtml(meeting.links)))]
      : []),
  ];
}

/** @param value HTML */
function named(name: string, value: string): string {
  return `${element("strong", {}, `${name}:`)} ${value}`;
}

/** A long list is folded. */
function personsHtml({ name, count, persons, isLong }: PersonsFact): string {
  const text = escapeXml(personsText(persons));
  if (!isLong) return element("p", { style: styles.persons }, named(name, text));
  const summary = element("summary", {}, named(name, count));
  return element("details", { style: styles.folded }, summary, element("p", {}, text));
}
