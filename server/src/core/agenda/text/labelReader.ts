/** Lines with a label, such as `Chair:` or `Room:`, of the head, a session or an entry. */
import type { Person } from "../../document/persons";
import { addressesIn } from "../lines/addressesIn";
import type { AgendaLine } from "../lines/agendaLines";
import { readEntryText } from "../lines/entryText";
import { placeBesideAddress } from "../lines/headLine";
import { readNamedPeople } from "../lines/readPeople";
import type { BuiltEntry } from "./agendaBuilder";
import type { BuildState } from "./buildState";
import type { EntryReader } from "./entryReader";
import type { HeadReader } from "./headReader";

export class LabelReader {
  readonly #state: BuildState;
  readonly #head: HeadReader;
  readonly #entries: EntryReader;

  constructor(state: BuildState, head: HeadReader, entries: EntryReader) {
    this.#state = state;
    this.#head = head;
    this.#entries = entries;
  }

  addLabel(line: AgendaLine, { kind, name, value }: NonNullable<AgendaLine["label"]>): void {
    const people = kind === "speaker" || kind === "chair" ? readNamedPeople(value) : undefined;
    if (kind === "speaker" && this.#state.entry && people) this.#state.entry.speakers = [...people];
    else if (kind === "chair" && people) this.#addChairs(people);
    else if (kind === "date") this.#head.readHeadDate(value);
    else if (kind === "zone") this.#head.readZone(value);
    else if (kind === "time") this.#head.readZone(value);
    else if (kind === "place") this.#addPlace(value);
    else if (kind === "material" && this.#state.entry) this.#addMaterial(name, value, this.#state.entry);
    else if (kind === "link" || kind === "material") this.#head.addLink({ name, value });
    else if (this.#state.hasEntries) this.#entries.addText(line);
  }

  #addChairs(people: readonly Person[]): void {
    const ofEntry = this.#state.entry?.hasEnd ? this.#state.entry.chairs : this.#state.agenda.head.chairs;
    (this.#state.session?.conveners ?? ofEntry).push(...people);
  }

  #addPlace(written: string): void {
    const { entry, session, hasEntries, agenda } = this.#state;
    const isOfHead = !entry && !(session && hasEntries);
    if (isOfHead) this.#head.addAddresses(written);
    const beside = isOfHead && written.includes("://") ? placeBesideAddress(`Room ${written}`) : undefined;
    const value = beside?.replace(/^Room /, "") ?? readEntryText(written, this.#state.input.habits).title;
    if (value === "") return;
    if (entry) entry.place ??= value;
    else if (session && hasEntries) session.place ??= value;
    else agenda.head.place ??= value;
  }

  #addMaterial(name: string, value: string, entry: BuiltEntry): void {
    const [url] = addressesIn(value);
    if (url !== undefined) entry.links.push({ title: name, url });
  }
}
