/** Slides and other attachments of Indico's exports. */
import { listIn, valueIn } from "../../document/plainValues";
import { titleOfAddress } from "../../text/linkText";
import type { AgendaLink } from "../agenda";
import { distinctLinks } from "../distinct";
import { lineIn } from "../lineIn";
import { linkAddress, pageAddress } from "../linkAddress";
import type { Remarks } from "../remarks";

/** Reads the addresses of one event. */
export class LinkReader {
  readonly #base: string | undefined;
  readonly #remarks: Remarks;

  /** @param base the address of the event or of the export, for relative addresses */
  constructor(base: string | undefined, remarks: Remarks) {
    this.#base = base;
    this.#remarks = remarks;
  }

  /** The page of an event, a session or a contribution. */
  page(map: unknown): string | undefined {
    const written = lineIn(map, "url");
    if (written === undefined) return undefined;
    const address = pageAddress(written, this.#base);
    if (address === undefined) this.#remarks.addName("Addresses without https are left out", written);
    return address;
  }

  /** The attachments of an event, a session, a contribution or a part of one; each address once. */
  links(map: unknown): readonly AgendaLink[] {
    const links = this.#attachmentsOf(map).flatMap((attachment): readonly AgendaLink[] => {
      const written =
        lineIn(attachment, "link_url") ?? lineIn(attachment, "download_url") ?? lineIn(attachment, "url");
      if (written === undefined) return [];
      const url = linkAddress(written, this.#base);
      if (url === undefined) this.#remarks.addName("Links without a web address are left out", written);
      return url === undefined ? [] : [{ title: titleOf(attachment) ?? titleOfAddress(url), url }];
    });
    return distinctLinks(links);
  }

  /**
   * Exports of events have `folders` of `attachments`, or in Indico 1 `material` of `resources`; timetables have
   * `attachments: {files, folders}`.
   */
  #attachmentsOf(map: unknown): readonly unknown[] {
    const folders = listIn(map, "folders");
    if (folders.length > 0) return folders.flatMap((folder) => listIn(folder, "attachments"));
    const attachments = valueIn(map, "attachments");
    if (attachments !== undefined)
      return [
        ...listIn(attachments, "files"),
        ...listIn(attachments, "folders").flatMap((folder) => listIn(folder, "attachments")),
      ];
    if (valueIn(map, "folders") !== undefined) return [];
    return listIn(map, "material").flatMap((material) => listIn(material, "resources"));
  }
}

function titleOf(attachment: unknown): string | undefined {
  return lineIn(attachment, "title") ?? lineIn(attachment, "filename") ?? lineIn(attachment, "name");
}
