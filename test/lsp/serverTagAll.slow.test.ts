import { describe, expect, it } from "vitest";
import type { CodeAction } from "vscode-languageserver-types";
import { tagAllKind } from "../../server/src/features/codeActions/tagAllAction";
import { inMeeting } from "../support/findings";
import { startServer } from "../support/server";

const uri = "file:///a.contributions.yaml";
const text = inMeeting("  - title: Harbor registry\n");
const start = { line: 0, character: 0 };
const edited = "themes: [image-distribution/registries]";

/** A server with an untagged item open, its client able to do what `abilities` say. */
async function serverFor(abilities: { readonly codeAction?: object; readonly workspaceEdit?: object }) {
  const { codeAction = {}, workspaceEdit = {} } = abilities;
  const server = await startServer("server.js", ["--stdio"], {
    capabilities: { textDocument: { codeAction }, workspace: { workspaceEdit } },
  });
  await server.sendNotification("textDocument/didOpen", {
    textDocument: { uri, languageId: "wlcg-contributions", version: 1, text },
  });
  const offered = async (): Promise<CodeAction | undefined> => {
    const [action] = await server.sendRequest<CodeAction[]>("textDocument/codeAction", {
      textDocument: { uri },
      range: { start, end: start },
      context: { diagnostics: [], only: [tagAllKind] },
    });
    return action;
  };
  return { server, offered };
}

const resolves = { codeAction: { resolveSupport: { properties: ["edit"] } } };
const annotates = { workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } };

describe("tagging all, over the wire", () => {
  it("is computed when it is resolved, annotated where the client can", async () => {
    const { server, offered } = await serverFor({ ...resolves, ...annotates });
    const action = await offered();
    expect(action?.edit).toBeUndefined();
    const { edit } = await server.sendRequest<CodeAction>("codeAction/resolve", action);
    expect(JSON.stringify(edit)).toContain(edited);
    expect(Object.values(edit?.changeAnnotations ?? {})).toMatchObject([{ needsConfirmation: true }]);
  });

  it("is plain where the client cannot annotate", async () => {
    const { server, offered } = await serverFor(resolves);
    const { edit } = await server.sendRequest<CodeAction>("codeAction/resolve", await offered());
    expect(JSON.stringify(edit)).toContain(edited);
    expect(edit?.changeAnnotations).toBeUndefined();
  });

  it("comes with its edit where the client cannot resolve one", async () => {
    const { offered } = await serverFor({ codeAction: { codeActionLiteralSupport: {} } });
    expect(JSON.stringify((await offered())?.edit)).toContain(edited);
  });

  it("resolves to nothing for an older version of the file", async () => {
    const { server, offered } = await serverFor(resolves);
    const action = await offered();
    await server.sendNotification("textDocument/didChange", {
      textDocument: { uri, version: 2 },
      contentChanges: [{ range: { start, end: start }, text: "# on top\n" }],
    });
    const resolved = await server.sendRequest<CodeAction>("codeAction/resolve", action);
    expect(resolved).toEqual(action);
    const again = await server.sendRequest<CodeAction>("codeAction/resolve", await offered());
    expect(JSON.stringify(again.edit)).toContain(edited);
  });
});
