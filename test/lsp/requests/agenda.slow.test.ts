/** Import, update and comparison as requests and as commands of other editors. */
import { writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import type { CodeAction, Diagnostic, TextEdit, WorkspaceEdit } from "vscode-languageserver-types";
import { agendaServer } from "../../support/agendaServer";
import { inFolder } from "../../support/commandLine";
import { clients } from "../../support/protocol/clients";
import { noReply, RawServer } from "../../support/protocol/rawServer";
import { open, start, textDocument, uri } from "../../support/protocol/session";

const token = "indp_token-of-the-tests";

const meeting = (base: string, start = "14:00") => `meeting:
  title: Board
  date: 2026-03-10
  timezone: UTC
  url: ${base}/event/1/
contributions:
  - title: Rucio on Kubernetes
    themes: none
    start: "${start}"
    duration: 20
    url: ${base}/event/1/contributions/1/
    notes: Agreed.
  - title: Harbor registry
    themes: none
    start: "14:20"
    duration: 20
    url: ${base}/event/1/contributions/2/
`;

const rich = { ...clients.rich, window: { workDoneProgress: true, showDocument: { support: true } } };
const pushing = { textDocument: { codeAction: clients.rich.textDocument.codeAction } };

interface Setting {
  readonly capabilities?: object;
  readonly environment?: Readonly<Record<string, string>>;
  readonly params?: object;
  readonly answers?: Readonly<Record<string, unknown>>;
}

async function serverWith({ capabilities = pushing, environment = {}, params, answers }: Setting = {}) {
  const variables = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
  const within = ["env", "-u", "WLCG_NOTES_INDICO_TOKEN", "-u", "WLCG_NOTES_INDICO_HOST", ...variables];
  const server = new RawServer(["--stdio"], answers, [], within);
  await start(server, capabilities, params);
  return server;
}

type Fields = Readonly<Record<string, unknown>>;

async function asked<T = Fields>(server: RawServer, method: string, params: object): Promise<T> {
  const { result, error } = await server.request(method, params);
  expect(error).toBeUndefined();
  return result as T;
}

const command = (server: RawServer, name: string, ...args: unknown[]) =>
  asked(server, "workspace/executeCommand", { command: `wlcgNotes.server.${name}`, arguments: args });

const messages = ({ received }: RawServer): readonly string[] =>
  received
    .filter(({ method }) => method === "window/showMessage")
    .map(({ params }) => (params as { message: string }).message);

/** The next pushed diagnostics that pass. */
async function diagnosed(
  server: RawServer,
  passes: (messages: readonly string[]) => boolean,
): Promise<readonly Diagnostic[]> {
  const { params } = await server.messageThat(
    (message) =>
      message.method === "textDocument/publishDiagnostics" &&
      passes((message.params as { diagnostics: Diagnostic[] }).diagnostics.map((one) => String(one.message))),
  );
  return (params as { diagnostics: Diagnostic[] }).diagnostics;
}

describe("wlcgNotes/importAgenda", () => {
  it("makes the file of an event, with and without themes", async () => {
    const indico = await agendaServer();
    const server = await serverWith();
    const source = { address: `${indico.base}/event/1/` };
    const result = await asked(server, "wlcgNotes/importAgenda", { source, tags: false });
    expect(result).toMatchObject({
      name: "2026-03-10-board.contributions.yaml",
      contributions: 2,
      text: expect.stringMatching(/title: Rucio on Kubernetes[\s\S]*title: Harbor registry/),
    });
    expect(result.suggested).toBeGreaterThan(0);
    expect(result.text).not.toContain("themes:");
    expect(result.taggedText).toContain("themes: [");
    const tagged = await asked(server, "wlcgNotes/importAgenda", { source, tags: true });
    expect(tagged.text).toBe(result.taggedText);
  });

  it("reads a text, and a file of this computer", async () => {
    const mail = "Agenda\n14:00 Introduction (A. Forti)\n14:10 Kubernetes at CERN (R. Rocha)\n";
    const folder = await inFolder({ "mail.txt": mail });
    const server = await serverWith();
    const contributions = async (source: object) =>
      (await asked(server, "wlcgNotes/importAgenda", { source, tags: false })).contributions;
    expect(await contributions({ text: mail, name: "mail.txt" })).toBe(2);
    expect(await contributions({ uri: `${pathToFileURL(folder).href}/mail.txt` })).toBe(2);
  });

  it.each([
    [undefined, "This is not an address; it must start with https://."],
    [
      { address: "https://indico.cern.ch/category/1/" },
      "This is not the address of an Indico event, which is like https://indico.cern.ch/event/123/.",
    ],
    [{ address: "http://indico.cern.ch/event/1/" }, expect.stringContaining("https://")],
    [{ uri: "file:///gone/agenda.ics" }, "agenda.ics: No such file or folder."],
    [{ uri: "https://example.org/agenda.ics" }, "This is not a file of this computer."],
    [{ text: "" }, "The text is empty."],
    [{ address: 7, token: {}, network: [] }, expect.stringContaining("not an address")],
  ])("refuses the source %j in one sentence", async (source, problem) => {
    const server = await serverWith();
    const result = await asked(server, "wlcgNotes/importAgenda", { source, tags: false });
    expect(result).toEqual({ problem });
    expect(server.log).toBe("");
  });

  it("asks for a token, and sends it to its host only", async () => {
    const indico = await agendaServer({ token });
    const server = await serverWith({ environment: { WLCG_NOTES_INDICO_TOKEN: token } });
    const { host } = new URL(indico.base);
    const address = `${indico.base}/event/1/`;
    const ask = (params: object) =>
      asked(server, "wlcgNotes/importAgenda", { source: { address, ...params }, tags: false });
    const page = `${indico.base}/user/tokens/`;
    // requests have the token of the client, and not that of the environment
    expect(await ask({})).toMatchObject({ needsToken: { host, page, wasSent: false } });
    expect(await ask({ token, tokenHost: "indico.example.org" })).toMatchObject({
      needsToken: { host, page, wasSent: false },
    });
    expect(await ask({ token: "indp secret" })).toMatchObject({ needsToken: { host, page, wasSent: false } });
    expect(new Set(indico.requests.map(({ authorization }) => authorization))).toEqual(new Set([undefined]));
    expect(await ask({ token: "indp_another" })).toMatchObject({ needsToken: { host, page, wasSent: true } });
    expect(await ask({ token, tokenHost: host })).toMatchObject({ contributions: 2 });
    expect(JSON.stringify(server.received)).not.toMatch(/indp[_ ](?:token|another|secret)/);
  });

  it("ends the request to the network when it is cancelled", async () => {
    let isClosed: () => void = () => {};
    let isReceived: () => void = () => {};
    const received = new Promise<void>((resolve) => {
      isReceived = resolve;
    });
    const closed = new Promise<void>((resolve) => {
      isClosed = resolve;
    });
    const indico = await agendaServer({
      holds: (request) => {
        request.socket.once("close", () => isClosed());
        isReceived();
      },
    });
    const server = await serverWith();
    const id = server.ask("wlcgNotes/importAgenda", { source: { address: `${indico.base}/event/1/` } });
    await received;
    server.notify("$/cancelRequest", { id });
    expect((await server.answer(id)).error?.code).toBe(-32800);
    await closed;
  });
});

describe("wlcgNotes/agendaChanges", () => {
  it.each([
    ["with annotations", rich],
    ["with versions", { workspace: { workspaceEdit: { documentChanges: true } } }],
    ["without either", {}],
  ])("has an edit for a client %s", async (_, capabilities) => {
    const indico = await agendaServer();
    const server = await serverWith({ capabilities });
    open(server, meeting(indico.base, "15:00"));
    indico.talks = [...indico.talks, { id: 3, title: "New one", start: "15:00", duration: 10 }];
    const result = await asked<{
      changes: Fields[];
      edits: TextEdit[];
      edit: WorkspaceEdit;
      version: number;
    }>(server, "wlcgNotes/agendaChanges", { textDocument, tags: false });
    expect(result.version).toBe(1);
    expect(result.changes.map(({ kind }) => kind)).toEqual(["moved", "new"]);
    expect(result.edits).toHaveLength(2);
    const { changeAnnotations, documentChanges, changes } = result.edit;
    expect(Object.values(changeAnnotations ?? {}).map(({ needsConfirmation }) => needsConfirmation)).toEqual(
      capabilities === rich ? [true, true] : [],
    );
    const edits =
      documentChanges?.flatMap((change) => ("edits" in change ? change.edits : [])) ?? changes?.[uri];
    const plain = edits?.map((edit) => ({ range: edit.range, newText: "newText" in edit && edit.newText }));
    expect(plain).toEqual(result.edits);
  });

  it("about a file that is not open, or without an address, is refused", async () => {
    const server = await serverWith();
    const ask = () => asked(server, "wlcgNotes/agendaChanges", { textDocument, tags: false });
    expect(await ask()).toEqual({ problem: "The file is not open, or it is too large." });
    open(server, "meeting:\n  title: x\n  date: 2026-03-10\ncontributions: []\n");
    expect(await ask()).toEqual({
      problem: "The meeting has no url; it must be the address of the event.",
    });
    expect(await asked(server, "wlcgNotes/eventAddress", { textDocument })).toHaveProperty("problem");
  });
});

describe("wlcgNotes/eventAddress", () => {
  it("names the event and the host of the meeting's url", async () => {
    const server = await serverWith();
    open(server, meeting("https://indico.example.org"));
    expect(await asked(server, "wlcgNotes/eventAddress", { textDocument })).toEqual({
      address: "https://indico.example.org/event/1/",
      host: "indico.example.org",
    });
  });
});

const differs = (messages: readonly string[]) => messages.some((message) => message.includes("14:00"));
const range = { start: { line: 6, character: 6 }, end: { line: 6, character: 6 } };

async function actionsAt(server: RawServer, place: object = range): Promise<readonly CodeAction[]> {
  const context = { diagnostics: [] };
  return asked(server, "textDocument/codeAction", { textDocument, range: place, context });
}

describe("wlcgNotes/compareAgenda", () => {
  it("reports the differences with fixes, also after edits, until they are forgotten", async () => {
    const indico = await agendaServer();
    const server = await serverWith();
    const text = meeting(indico.base, "15:00").replace("title: Harbor registry", "title: Harbour registry");
    open(server, text);
    expect(await asked(server, "wlcgNotes/compareAgenda", { textDocument })).toEqual({
      differences: 2,
      remarks: [],
    });
    const [first] = await diagnosed(server, differs);
    expect(first).toMatchObject({ code: "differs-from-agenda", severity: 3 });
    const line = first?.range.start.line ?? 0;
    const at = { start: { line, character: 8 }, end: { line, character: 8 } };
    const titles = (await actionsAt(server, at)).map(({ title }) => title);
    expect(titles).toContain("Take the agenda's version");
    expect(titles).toContain("Take all changes of the agenda");
    expect(titles).toContain("Disable differs-from-agenda for this line");

    // a line above moves it at once, and the comparison after the edit equals a new one
    server.received.length = 0;
    const comment = "# a comment\n";
    server.notify("textDocument/didChange", {
      textDocument: { uri, version: 2 },
      contentChanges: [
        { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: comment },
      ],
    });
    const [moved] = await diagnosed(server, differs);
    expect(moved?.range.start.line).toBe(line + 1);
    server.received.length = 0;
    const corrected = `${comment}${text}`.replace("15:00", "16:00");
    server.notify("textDocument/didChange", {
      textDocument: { uri, version: 3 },
      contentChanges: [{ text: corrected }],
    });
    const again = await diagnosed(server, (found) => found.some((message) => message.includes("16:00")));
    const fresh = await serverWith();
    open(fresh, corrected);
    await asked(fresh, "wlcgNotes/compareAgenda", { textDocument });
    expect(await diagnosed(fresh, differs)).toEqual(again);

    server.received.length = 0;
    await asked(server, "wlcgNotes/forgetAgenda", { textDocument });
    await diagnosed(server, (found) => found.length === 0);
    expect((await actionsAt(server, at)).map(({ title }) => title)).not.toContain(
      "Take the agenda's version",
    );
  });

  it("takes the differences away when the agenda of another event is refused", async () => {
    const indico = await agendaServer();
    const server = await serverWith();
    open(server, meeting(indico.base, "15:00"));
    await asked(server, "wlcgNotes/compareAgenda", { textDocument });
    await diagnosed(server, differs);
    server.received.length = 0;
    const other = {
      results: [{ id: "7", title: "T", url: "https://indico.cern.ch/event/7/", contributions: [] }],
    };
    const source = { text: JSON.stringify(other), name: "other.json" };
    expect(await asked(server, "wlcgNotes/compareAgenda", { textDocument, source })).toMatchObject({
      problem: expect.stringMatching(/of another event/),
    });
    await diagnosed(server, (found) => found.length === 0);
  });

  it("respects the severity of the settings and suppression comments", async () => {
    const indico = await agendaServer();
    const text = meeting(indico.base, "15:00");
    const settings = { rules: { "differs-from-agenda": "warning" } };
    const server = await serverWith({ params: { initializationOptions: settings } });
    open(server, text);
    await asked(server, "wlcgNotes/compareAgenda", { textDocument });
    const [found] = await diagnosed(server, differs);
    expect(found?.severity).toBe(2);

    const off = await serverWith({
      params: { initializationOptions: { rules: { "differs-from-agenda": "off" } } },
    });
    open(off, text);
    expect(await asked(off, "wlcgNotes/compareAgenda", { textDocument })).toEqual({
      differences: 1,
      remarks: ["The setting of `differs-from-agenda` is `off`: nothing is shown."],
    });
    expect((await actionsAt(off)).map(({ title }) => title)).not.toContain("Take the agenda's version");

    const suppressed = await serverWith();
    open(suppressed, `# wlcg-notes-disable-file differs-from-agenda\n${text}`);
    expect(await asked(suppressed, "wlcgNotes/compareAgenda", { textDocument })).toMatchObject({
      differences: 0,
    });
    const all = suppressed.received.filter(({ method }) => method === "textDocument/publishDiagnostics");
    expect(all.flatMap(({ params }) => (params as { diagnostics: Diagnostic[] }).diagnostics)).toEqual([]);
  });

  it("ends when the file is closed", async () => {
    const indico = await agendaServer();
    const server = await serverWith();
    open(server, meeting(indico.base, "15:00"));
    await asked(server, "wlcgNotes/compareAgenda", { textDocument });
    server.notify("textDocument/didClose", { textDocument });
    open(server, meeting(indico.base, "15:00"));
    expect((await actionsAt(server)).map(({ title }) => title)).not.toContain("Take the agenda's version");
  });
});

describe("wlcgNotes/pastedAgenda", () => {
  it("has the entries where a list of contributions is, and nothing elsewhere", async () => {
    const server = await serverWith();
    open(server, "meeting:\n  title: x\n  date: 2026-03-10\n  context: |\n    a\n    \ncontributions:\n");
    const paste = (line: number, character: number) => {
      const at = { line, character };
      return asked(server, "wlcgNotes/pastedAgenda", {
        textDocument,
        range: { start: at, end: at },
        text: "14:00 Introduction (A. Forti)\n14:10 Kubernetes at CERN (R. Rocha)\n",
      });
    };
    expect(await paste(6, 14)).toMatchObject({
      contributions: 2,
      text: expect.stringMatching(/^\n {2}- title: Introduction\n {4}speakers: \[A\. Forti\]\n/),
    });
    expect(await paste(5, 4)).toBeNull();
  });
});

describe("the commands of other editors", () => {
  it("are announced under separate names", async () => {
    const server = new RawServer();
    const { result } = await server.request("initialize", {
      processId: null,
      rootUri: null,
      capabilities: {},
    });
    const { capabilities } = result as { capabilities: { executeCommandProvider: { commands: string[] } } };
    expect(capabilities.executeCommandProvider.commands).toEqual(
      ["importAgenda", "updateAgenda", "compareAgenda", "publishNotes"].map(
        (name) => `wlcgNotes.server.${name}`,
      ),
    );
  });

  it("create the file of a meeting, show it, and report progress", async () => {
    const indico = await agendaServer();
    const folder = pathToFileURL(await inFolder({})).href;
    const capabilities = { ...rich, workspace: { ...rich.workspace, applyEdit: true } };
    const answers = { "workspace/applyEdit": { applied: true }, "workspace/configuration": [{}] };
    const server = await serverWith({ capabilities, answers });
    const created = await command(server, "importAgenda", `${indico.base}/event/1/`, folder);
    const file = `${folder}/2026-03-10-board.contributions.yaml`;
    expect(created).toEqual({ uri: file });
    const { params } = await server.messageThat(({ method }) => method === "workspace/applyEdit");
    expect(params).toMatchObject({ edit: { documentChanges: [{ kind: "create", uri: file }, {}] } });
    await server.messageThat(({ method }) => method === "window/showDocument");
    await server.messageThat(
      ({ method, params }) =>
        method === "$/progress" && (params as { value: { kind: string } }).value.kind === "end",
    );
  });

  it("return the text to a client that creates no files, and leave a file that is there", async () => {
    const indico = await agendaServer();
    const name = "2026-03-10-board.contributions.yaml";
    const folder = await inFolder({});
    const plain = await serverWith();
    const address = `${indico.base}/event/1/`;
    const result = await command(plain, "importAgenda", address, pathToFileURL(folder).href);
    expect(result).toMatchObject({ name, text: expect.stringContaining("Rucio on Kubernetes") });
    await writeFile(name, "as before");
    const capabilities = { ...rich, workspace: { ...rich.workspace, applyEdit: true } };
    const server = await serverWith({ capabilities, answers: { "workspace/configuration": [{}] } });
    await command(server, "importAgenda", address, pathToFileURL(folder).href);
    await server.messageThat(({ method }) => method === "window/showMessage");
    expect(messages(server)).toEqual([`${name} is there already: update its agenda, or rename the file.`]);
    expect(server.received.some(({ method }) => method === "workspace/applyEdit")).toBe(false);
  });

  it.each([true, false])("update a file, where the client applies edits: %s", async (applyEdit) => {
    const indico = await agendaServer();
    const server = await serverWith({
      capabilities: { workspace: { applyEdit } },
      // an unanswered edit delays nothing
      answers: { "workspace/applyEdit": noReply },
    });
    open(server, meeting(indico.base, "15:00"));
    expect(await command(server, "updateAgenda", uri)).toMatchObject({ changes: [{ kind: "moved" }] });
    expect(messages(server)).toEqual(["The agenda has 1 change."]);
    expect(server.received.some(({ method }) => method === "workspace/applyEdit")).toBe(applyEdit);
  });

  it("compare a file with the token of the environment, for its host only", async () => {
    const indico = await agendaServer({ token });
    const { host } = new URL(indico.base);
    const result = async (environment: Readonly<Record<string, string>>) => {
      const server = await serverWith({ environment });
      open(server, meeting(indico.base));
      const compared = await command(server, "compareAgenda", uri);
      expect(JSON.stringify(server.received) + server.log).not.toContain(token);
      return { compared, messages: messages(server) };
    };
    expect(await result({ WLCG_NOTES_INDICO_TOKEN: token, WLCG_NOTES_INDICO_HOST: host })).toEqual({
      compared: { differences: 0, remarks: [] },
      messages: ["The file does not differ from the agenda."],
    });
    const elsewhere = { WLCG_NOTES_INDICO_TOKEN: token, WLCG_NOTES_INDICO_HOST: "indico.example.org" };
    indico.requests.length = 0;
    const { messages: refused } = await result(elsewhere);
    expect(refused).toEqual([
      expect.stringMatching(/token .*The token is read from WLCG_NOTES_INDICO_TOKEN\.$/),
    ]);
    expect(indico.requests.map(({ authorization }) => authorization)).not.toContain(`Bearer ${token}`);
  });

  it("end when their progress is cancelled", async () => {
    let isReceived: () => void = () => {};
    const received = new Promise<void>((resolve) => {
      isReceived = resolve;
    });
    const indico = await agendaServer({ holds: () => isReceived() });
    const server = await serverWith({ capabilities: { window: { workDoneProgress: true } } });
    const id = server.ask("workspace/executeCommand", {
      command: "wlcgNotes.server.importAgenda",
      arguments: [`${indico.base}/event/1/`],
    });
    await received;
    const { params } = await server.messageThat(({ method }) => method === "window/workDoneProgress/create");
    server.notify("window/workDoneProgress/cancel", params);
    expect((await server.answer(id)).error?.code).toBe(-32800);
  });

  it.each(["importAgenda", "updateAgenda", "compareAgenda", "publishNotes"])(
    "refuse other arguments: %s",
    async (name) => {
      const server = await serverWith();
      for (const args of [undefined, [], [7], [null, {}], {}]) {
        const { error } = await server.request("workspace/executeCommand", {
          command: `wlcgNotes.server.${name}`,
          arguments: args,
        });
        expect(error?.code).toBe(-32602);
      }
      expect(server.log).toBe("");
    },
  );
});
