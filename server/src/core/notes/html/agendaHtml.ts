/** The sections of an arrangement as HTML. */
import { element, escapeXml } from "../../text/xml";
import { headingsOf, itemLevel, type SectionHeading, slotFacts } from "../arrange/agendaText";
import { sectionText } from "../arrange/notesText";
import type { Section } from "../arrange/sections";
import type { Notes } from "../read/notes";
import { entryHtml, type ItemWriter, linkedHtml, linkHtml } from "./itemHtml";
import { styles } from "./styles";

/** @param sections in order; parallel sessions are side by side where there is room */
export function* sectionsHtml(
  sections: readonly Section[],
  notes: Notes,
  hasCounts: boolean,
  writer: ItemWriter,
): Iterable<string> {
  for (const [index, section] of sections.entries()) {
    const [previous, next] = [sections[index - 1], sections[index + 1]];
    const { parallel } = section;
    const [day, session] = [2, 3].map((level) =>
      headingsOf(section, previous, notes).filter((heading) => heading.level === level),
    );
    yield* (day ?? []).map(headingHtml);
    if (parallel !== undefined && previous?.parallel !== parallel) yield open(styles.columns);
    if (parallel !== undefined) yield open(styles.column);
    yield* (session ?? []).map(headingHtml);
    if (hasCounts) yield element("p", { style: styles.facts }, escapeXml(sectionText(section)));
    yield* bodyHtml(section, writer);
    if (parallel !== undefined) yield "</div>";
    if (parallel !== undefined && next?.parallel !== parallel) yield "</div>";
  }
}

function open(style: string): string {
  return `<div style="${style}">`;
}

function headingHtml({ level, id, title, url }: SectionHeading): string {
  return element(
    `h${level}`,
    { id, style: level === 2 ? styles.section : styles.session },
    linkHtml(title, url),
  );
}

function* bodyHtml(section: Section, writer: ItemWriter): Iterable<string> {
  const { session } = section;
  const level = itemLevel(section);
  const facts = session ? slotFacts(session).map(linkedHtml) : [];
  if (facts.length > 0) yield element("p", { style: styles.facts }, facts.join(" · "));
  if (session?.notes !== undefined) yield writer.markdown.html(session.notes, level - 1).trimEnd();
  for (const entry of section.entries) yield entryHtml(entry, level, writer);
}
