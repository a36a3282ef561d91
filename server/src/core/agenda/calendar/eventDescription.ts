/** The description of an event: persons, the session, links and a text, in the lines that Indico and this program write. */
import type { Person } from "../../document/persons";
import { readLink, titleOfAddress } from "../../text/linkText";
import type { AgendaLink } from "../agenda";
import { readPersonList } from "./personList";

export interface EventDescription {
  readonly persons: readonly Person[];
  readonly session?: string;
  readonly links: readonly AgendaLink[];
  /** what remains, empty if there is nothing */
  readonly text: string;
}

interface Origin {
  /** the address of the event, which the description repeats */
  readonly url: string | undefined;
  /** true for a calendar of this program, which writes its own lines */
  readonly isOwn: boolean;
}

export function readEventDescription(description: string, { url, isOwn }: Origin): EventDescription {
  const lines = description.split(/\r?\n/).map((line) => line.trimEnd());
  const others = lines.filter((line) => line === "" || line !== url);
  return isOwn ? ownDescription(others) : otherDescription(others);
}

/** Persons in the first line, then the text. */
function otherDescription(lines: readonly string[]): EventDescription {
  const first = lines.findIndex((line) => line !== "");
  const [, people] = /^(?:Speaker|Chair|Convener)s?: (.+)$/.exec(lines[first] ?? "") ?? [];
  if (people === undefined) return { persons: [], links: [], text: lines.join("\n").trim() };
  return {
    persons: readPersonList(people),
    links: [],
    text: lines
      .slice(first + 1)
      .join("\n")
      .trim(),
  };
}

/** `Series: …`, `Chairs: …`, `Speakers: …`, `Session: …`, and links with or without a title. */
function ownDescription(lines: readonly string[]): EventDescription {
  const labelled = (label: RegExp): string | undefined =>
    lines.map((line) => label.exec(line)?.[1]).find((value) => value !== undefined);
  const people = labelled(/^(?:Speakers?|Chairs?): (.+)$/);
  const session = labelled(/^Session: (.+)$/);
  const links = lines.flatMap((line) => {
    const link = /^(?:Speakers?|Chairs?|Session|Series): /.test(line) ? undefined : readLink(line);
    return link ? [{ title: link.title || titleOfAddress(link.url), url: link.url }] : [];
  });
  return {
    persons: people === undefined ? [] : readPersonList(people),
    ...(session !== undefined && { session }),
    links,
    text: "",
  };
}
