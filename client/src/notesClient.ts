import { LanguageClient, type LanguageClientOptions, type ServerOptions } from "vscode-languageclient/node";

/** The library's client, whose log of messages contains no token of Indico. */
export class NotesClient extends LanguageClient {
  constructor(id: string, name: string, server: ServerOptions, options: LanguageClientOptions) {
    super(id, name, server, options);
    // The log as JSON, which no valid value of `wlcgNotes.trace.server` chooses, contains the parameters of requests. The
    // library has no public way to leave it out.
    Object.assign(this, { traceObject: () => undefined });
  }

  override trace(message: string, data?: unknown): void {
    super.trace(message, typeof data === "string" ? withoutTokens(data) : data);
  }
}

/** The JSON of a message, with the value of each `token` left out. */
export function withoutTokens(json: string): string {
  return json.replaceAll(/("token"\s*:\s*)"(?:[^"\\]|\\.)*"/g, '$1"…"');
}
