/** Addresses as they are compared: one page may be written in several ways. */

const addressParts = /^https?:\/\/([^/?#]*)([^?#]*)(\?[^#]*)?/i;

/** Equal for addresses of one page, whatever their scheme, case of the host, last slash, query and fragment are. */
export function pageKey(url: string): string {
  const [, host = "", path = "", query = ""] = addressParts.exec(url) ?? [];
  // pages of the first Indico have their ids in the query
  const withQuery = path.endsWith(".py") ? query : "";
  return host === "" ? url : host.toLowerCase() + withoutLastSlashes(path) + withQuery;
}

/** Equal for addresses of one document, whatever their scheme, case of the host, last slash and fragment are. */
export function documentKey(url: string): string {
  const [, host = "", path = "", query = ""] = addressParts.exec(url) ?? [];
  return host === "" ? url : host.toLowerCase() + withoutLastSlashes(path) + query;
}

function withoutLastSlashes(path: string): string {
  let end = path.length;
  while (end > 0 && path[end - 1] === "/") end--;
  return path.slice(0, end);
}

/** The ids in an address of a page of Indico: `/event/E/contributions/C`. */
export function itemKey(url: string): string | undefined {
  const [, event, kind, id] = /\/event\/(\w+)\/(contributions|sessions)\/(\d+)(?![\w.-])/.exec(url) ?? [];
  return event === undefined ? undefined : `${event}/${kind}/${id}`;
}

/** The host and the id in an address of an event of Indico, or of a page below it. */
export function eventKey(url: string): string | undefined {
  const [, host = "", path = ""] = addressParts.exec(url) ?? [];
  const event = /^(.*?\/event\/\w+)(?:\/|$)/.exec(path)?.[1];
  return event === undefined ? undefined : host.toLowerCase() + event;
}

/** The page that a file of Indico belongs to; undefined for another address. */
export function attachmentPage(url: string): string | undefined {
  const page = pageKey(url);
  const at = page.indexOf("/attachments/");
  return at < 0 || eventKey(url) === undefined ? undefined : page.slice(0, at);
}

/** Two links with one of these in common are one. */
export function linkKeys(url: string): readonly string[] {
  const attachment = attachmentKey(url);
  return [documentKey(url), ...(attachment === undefined ? [] : [attachment])];
}

/** The ids of a file of Indico, which stay when the file has a new version and another name. */
function attachmentKey(url: string): string | undefined {
  const [, folder, id] = /\/attachments\/(\d+)\/(\d+)\//.exec(url) ?? [];
  return folder === undefined ? undefined : `${eventKey(url)}/${folder}/${id}`;
}
