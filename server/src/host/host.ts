import type { Catalogue } from "../core/catalogue/catalogue";

/** A contributions file on the disk. */
export interface MeetingFile {
  readonly path: string;
  /** bytes */
  readonly size: number;
  /** changes whenever the file is written */
  readonly stamp: string;
  /** @returns its text; undefined if it cannot be read */
  read(): Promise<string | undefined>;
}

/**
 * Parses a catalogue as YAML.
 * @param name of its file, for messages
 * @throws InvalidCatalogueError
 */
export type ParseCatalogue = (text: string, name: string) => Promise<Catalogue>;

/** What the server needs from its environment: clock, disk and addresses. */
export interface Host {
  /** @returns today's date in local time, as ISO 8601 */
  today(): string;
  /** address of the page that explains the diagnostic codes; undefined if there is no page */
  readonly rulesPage?: string;
  /**
   * @param path the value of the setting, relative to `folder`
   * @param folder URI of the workspace folder, if there is one
   * @throws with a message for the user, if the catalogue does not exist or is invalid
   */
  readCatalogue(path: string, folder: string | undefined): Promise<Catalogue>;
  /**
   * @param folder URI of a workspace folder
   * @returns the contributions files in it, by path, the last one first: names that begin with a date are in
   * its order
   */
  meetings(folder: string): AsyncIterable<MeetingFile>;
}
