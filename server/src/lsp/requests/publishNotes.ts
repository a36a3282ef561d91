import { RequestType, type TextDocumentIdentifier } from "vscode-languageserver";
import { givenToken, proxySettings } from "../agenda/connectionParams";
import { type PublishedNotes, publishNotes } from "../agenda/publishNotes";
import type { Refusal } from "../agenda/refusal";
import { request } from "./request";

interface PublishParams {
  readonly textDocument: TextDocumentIdentifier;
  /** address of the event, instead of the meeting's `url` */
  readonly to?: unknown;
  readonly items?: unknown;
  readonly dryRun?: unknown;
  /** the only pages to publish; without them all of the file */
  readonly pages?: unknown;
  /** what the person agreed to overwrite: `{page, theirs}` of earlier targets, or pages, whatever minutes they have by then */
  readonly overwrite?: unknown;
  readonly token?: unknown;
  /** the only host that the token is for */
  readonly tokenHost?: unknown;
  readonly network?: unknown;
  readonly workDoneToken?: unknown;
}

const type = new RequestType<PublishParams, PublishedNotes | Refusal, void>("wlcgNotes/publishNotes");

export const publishNotesRequest = request(type, (context, params, cancellation) => {
  const { textDocument, to, items, dryRun, pages, overwrite, token, tokenHost, network, workDoneToken } =
    params;
  const options = { title: "Publishing the notes", cancellation, workDoneToken };
  const order = {
    to: typeof to === "string" ? to : undefined,
    items: items === true,
    dryRun: dryRun === true,
    pages: Array.isArray(pages) ? pagesIn(pages) : undefined,
    overwrite: overwrittenPages(overwrite),
    tokenFor: givenToken(token, tokenHost),
    proxy: proxySettings(network),
  };
  return context.cancellableWork.run(options, (work) => publishNotes(context, textDocument.uri, order, work));
});

/** @param value of the params, which may be malformed */
function pagesIn(value: unknown): ReadonlySet<string> {
  return new Set(Array.isArray(value) ? value.filter((page) => typeof page === "string") : []);
}

/** @param value of the params, which may be malformed */
export function overwrittenPages(value: unknown): ReadonlyMap<string, string | undefined> {
  const entries: readonly unknown[] = Array.isArray(value) ? value : [];
  return new Map(
    entries.flatMap((entry): readonly (readonly [string, string | undefined])[] => {
      if (typeof entry === "string") return [[entry, undefined]];
      const { page, theirs } = (entry ?? {}) as Readonly<Record<string, unknown>>;
      return typeof page === "string" && typeof theirs === "string" ? [[page, theirs]] : [];
    }),
  );
}
