import { mkdir, rm, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { smallCatalogue } from "../support/catalogue";
import { inFolder } from "../support/commandLine";
import { inMeeting } from "../support/findings";
import { startServer } from "../support/server";

const textDocument = { uri: "file:///a.contributions.yaml" };

/** A server in a workspace with these settings, and an item with a theme of each catalogue. */
async function serverWith(settings: unknown, capabilities: object = { textDocument: { diagnostic: {} } }) {
  const folder = await inFolder({ "themes.yaml": smallCatalogue, "k.yaml": "name: x\n" });
  const server = await startServer("server.js", ["--stdio"], {
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: "work" }],
    initializationOptions: settings,
    capabilities,
  });
  const complaints: string[] = [];
  server.onNotification(
    "window/showMessage",
    ({ message }: { message: string }) => void complaints.push(message),
  );
  await server.sendNotification("textDocument/didOpen", {
    textDocument: {
      ...textDocument,
      languageId: "wlcg-contributions",
      version: 1,
      text: inMeeting("  - title: x\n    themes: [cooling]\n  - title: y\n    themes: [security]\n"),
    },
  });
  const marks: { readonly uri: string; readonly lines: readonly number[] }[] = [];
  server.onNotification("textDocument/publishDiagnostics", ({ uri, diagnostics }: Published) => {
    marks.push({ uri, lines: diagnostics.map(({ range }) => range.start.line + 1) });
  });
  const globs: string[] = [];
  server.onRequest("client/registerCapability", ({ registrations }: Registered) => {
    for (const { registerOptions } of registrations)
      globs.push(...(registerOptions.watchers ?? []).map(({ globPattern }) => globPattern));
    return null;
  });
  return { server, complaints, marks, globs, folder: pathToFileURL(folder).href };
}

interface Published {
  readonly uri: string;
  readonly diagnostics: readonly { readonly range: { readonly start: { readonly line: number } } }[];
}

interface Registered {
  readonly registrations: readonly {
    readonly registerOptions: { readonly watchers?: readonly { readonly globPattern: string }[] };
  }[];
}

type Server = Awaited<ReturnType<typeof serverWith>>;

async function findings({ server }: Server): Promise<readonly string[]> {
  const { items } = await server.sendRequest<{ items: readonly { message: string; severity: number }[] }>(
    "textDocument/diagnostic",
    { textDocument },
  );
  return items.map(({ message, severity }) => `${severity} ${message}`);
}

/** Waits for what the server does of its own accord, such as reading the disk. */
async function settled<T>(read: () => Promise<T>, isDone: (value: T) => boolean): Promise<T> {
  let value = await read();
  while (!isDone(value)) value = await read();
  return value;
}

const builtIn = ["1 Unknown theme: `cooling`."];

describe("the server", () => {
  it("uses the workspace's catalogue, and the built-in one once it is taken away", async () => {
    const server = await serverWith({ catalogue: "themes.yaml" });
    const own = (found: readonly string[]) => found.includes("1 Unknown theme: `security`.");
    expect(await settled(() => findings(server), own)).toEqual(["1 Unknown theme: `security`."]);
    await server.server.sendNotification("workspace/didChangeConfiguration", { settings: { wlcgNotes: {} } });
    expect(
      await settled(
        () => findings(server),
        (found) => !own(found),
      ),
    ).toEqual(builtIn);
  });

  it("keeps the last valid catalogue while its file is broken, and reports it in the file", async () => {
    const capabilities = {
      textDocument: { diagnostic: {} },
      workspace: { didChangeWatchedFiles: { dynamicRegistration: true } },
    };
    const server = await serverWith({ catalogue: "themes.yaml" }, capabilities);
    const own = ["1 Unknown theme: `security`."];
    const uri = `${server.folder}/themes.yaml`;
    const changed = async (text: string): Promise<void> => {
      await writeFile("themes.yaml", text);
      await server.server.sendNotification("workspace/didChangeWatchedFiles", {
        changes: [{ uri, type: 2 }],
      });
    };
    await settled(
      () => findings(server),
      (found) => found.length === 1 && server.globs.includes("**/themes.yaml"),
    );
    await changed(smallCatalogue.replace("    title: Cooling\n", ""));
    await settled(
      () => findings(server),
      () => server.complaints.length > 0,
    );
    expect(server.complaints).toEqual([
      "Theme catalogue, line 3: `themes/0` must have the key `title`. The previous catalogue stays in use (`wlcgNotes.catalogue`).",
    ]);
    expect(server.marks).toEqual([{ uri, lines: [3] }]);
    expect(await findings(server)).toEqual(own);
    await changed(smallCatalogue.replace("id: cooling", "id: security"));
    await settled(
      () => findings(server),
      ([first]) => first !== own[0],
    );
    expect(await findings(server)).toEqual(["1 Unknown theme: `cooling`. Did you mean `security`?"]);
    expect(server.marks.at(-1)).toEqual({ uri, lines: [] });
  });

  it("keeps the catalogue while its file is gone or a folder, and reads it once it is back", async () => {
    const server = await serverWith({ catalogue: "themes.yaml" });
    const own = ["1 Unknown theme: `security`."];
    const changed = (type: number) =>
      server.server.sendNotification("workspace/didChangeWatchedFiles", {
        changes: [{ uri: `${server.folder}/themes.yaml`, type }],
      });
    const complained = (times: number) =>
      settled(
        () => findings(server),
        () => server.complaints.length === times,
      );
    await settled(
      () => findings(server),
      ([first]) => first === own[0],
    );
    await rm("themes.yaml");
    await changed(3);
    expect(await complained(1)).toEqual(own);
    await mkdir("themes.yaml");
    await changed(1);
    expect(await complained(2)).toEqual(own);
    expect(server.complaints).toEqual([
      "The theme catalogue does not exist. The previous catalogue stays in use (`wlcgNotes.catalogue`).",
      "The theme catalogue cannot be read: it is a folder. The previous catalogue stays in use (`wlcgNotes.catalogue`).",
    ]);
    await rm("themes.yaml", { recursive: true });
    await writeFile("themes.yaml", smallCatalogue.replace("id: cooling", "id: security"));
    await changed(1);
    await settled(
      () => findings(server),
      ([first]) => first !== own[0],
    );
    expect(server.complaints).toHaveLength(2);
  });

  it.each<[string, string]>([
    [
      "gone.yaml",
      "The theme catalogue does not exist. The previous catalogue stays in use (`wlcgNotes.catalogue`).",
    ],
    [
      "k.yaml",
      "Theme catalogue, line 1: the catalogue must have the key `themes`. The previous catalogue stays in use (`wlcgNotes.catalogue`).",
    ],
    [
      "../x.yaml",
      "The theme catalogue does not exist. The previous catalogue stays in use (`wlcgNotes.catalogue`).",
    ],
    [
      "/etc/hosts",
      "The theme catalogue is outside the workspace. The previous catalogue stays in use (`wlcgNotes.catalogue`).",
    ],
  ])("says once why %s is no catalogue, and works on with the one it has", async (catalogue, message) => {
    const server = await serverWith({ catalogue });
    await settled(
      () => findings(server),
      () => server.complaints.length > 0,
    );
    expect(server.complaints).toEqual([message]);
    expect(await findings(server)).toEqual(builtIn);
  });

  it.each([[null], [7], ["x"], [[]], [{ rules: 3, catalogue: {} }]])(
    "works with %j as its settings",
    async (settings) => {
      const server = await serverWith(settings);
      expect(await findings(server)).toEqual(builtIn);
      for (const sent of [null, 7, { wlcgNotes: null }, { wlcgNotes: [] }, { wlcgNotes: { rules: "x" } }])
        await server.server.sendNotification("workspace/didChangeConfiguration", { settings: sent });
      expect(await findings(server)).toEqual(builtIn);
    },
  );

  it.each<[string, object]>([
    ["its settings", { configuration: true }],
    ["a refresh", { diagnostics: { refreshSupport: true } }],
  ])("lives on where a client fails at %s, which it said it can do", async (_, workspace) => {
    const server = await serverWith({}, { textDocument: { diagnostic: {} }, workspace });
    const settings = { wlcgNotes: { rules: {} } };
    await server.server.sendNotification("workspace/didChangeConfiguration", { settings });
    for (let round = 0; round < 3; round++) expect(await findings(server)).toEqual(builtIn);
  });

  it("gives findings the severity of the settings", async () => {
    const server = await serverWith({ rules: { "unknown-theme": "hint" } });
    expect(await findings(server)).toEqual(["4 Unknown theme: `cooling`."]);
    await server.server.sendNotification("workspace/didChangeConfiguration", {
      settings: { wlcgNotes: { rules: { "unknown-theme": "off" } } },
    });
    expect(
      await settled(
        () => findings(server),
        (found) => found.length === 0,
      ),
    ).toEqual([]);
  });
});
