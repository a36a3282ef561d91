import type { Catalogue } from "../core/catalogue";

/** What the server needs of the world around it; the node entry has a disk, others may not. */
export interface Host {
  /** @returns today's date where the reader is, as ISO 8601 */
  today(): string;
  /** address of the page that explains the diagnostics' codes, where it has one */
  readonly rulesPage?: string;
  /**
   * @param path as the setting has it, relative to `folder`
   * @param folder URI of the workspace folder, where there is one
   * @throws with a message for the user, where there is no such catalogue or it is not sound
   */
  readCatalogue(path: string, folder: string | undefined): Promise<Catalogue>;
  /**
   * @param folder URI of a workspace folder
   * @returns the texts of the contributions files in it, one after the other
   */
  meetings(folder: string): AsyncIterable<string>;
}
