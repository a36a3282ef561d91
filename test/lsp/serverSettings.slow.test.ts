/** What a user meets whose settings are broken while the server runs. */
import { describe, expect, it } from "vitest";
import { inMeeting } from "../support/findings";
import { RawServer } from "../support/protocol/rawServer";
import { open, start, textDocument } from "../support/protocol/session";

const severities = "error, warning, information, hint, off";
const stays = "The previous or default value stays in effect.";

/** A server that gets settings, with one untagged item open. */
async function serverWith(options: unknown, settings?: unknown): Promise<RawServer> {
  const pulls = settings !== undefined;
  const server = new RawServer(["--stdio"], { "workspace/configuration": [settings] });
  const capabilities = { textDocument: { diagnostic: {} }, workspace: { configuration: pulls } };
  await start(server, capabilities, { initializationOptions: options });
  open(server, inMeeting("  - title: x\n"));
  return server;
}

async function changeSettings(server: RawServer, section: unknown): Promise<void> {
  server.notify("workspace/didChangeConfiguration", { settings: { wlcgNotes: section } });
  await server.request("textDocument/diagnostic", { textDocument });
}

/** The LSP severities of what is found. */
async function weights(server: RawServer): Promise<readonly number[]> {
  const { result } = await server.request("textDocument/diagnostic", { textDocument });
  return (result as { items: readonly { severity: number }[] }).items.map(({ severity }) => severity);
}

/** The messages to the user, each with its LSP type. */
function messagesOf({ received }: RawServer): readonly string[] {
  return received
    .filter(({ method }) => method === "window/showMessage")
    .map(({ params }) => params as { type: number; message: string })
    .map(({ type, message }) => `${type} ${message}`);
}

describe("settings that break", () => {
  it("leave the last valid ones in use, and are reported once", async () => {
    const server = await serverWith({});
    await changeSettings(server, { rules: { "untagged-item": "hint" } });
    expect([await weights(server), messagesOf(server)]).toEqual([[4], []]);
    for (let round = 0; round < 3; round++)
      await changeSettings(server, { rules: { "untagged-item": "hin" } });
    expect(await weights(server)).toEqual([4]);
    const fault = `2 wlcgNotes.rules.untagged-item: expected one of ${severities}, got "hin". ${stays}`;
    expect(messagesOf(server)).toEqual([fault]);
    await changeSettings(server, { rules: { "untagged-item": "error" } });
    expect([await weights(server), messagesOf(server)]).toEqual([[1], [fault]]);
    await changeSettings(server, { rules: { "untagged-item": "hin" } });
    expect([await weights(server), messagesOf(server)]).toEqual([[1], [fault, fault]]);
  });

  it("leave the valid ones in use", async () => {
    const server = await serverWith({});
    await changeSettings(server, { maxFindings: "all", rules: { "untagged-item": "hint" } });
    expect(await weights(server)).toEqual([4]);
  });

  it("are reported if they come with the first message", async () => {
    const server = await serverWith({ maxFindings: "all", rules: { "untagged-item": "hint" } });
    expect(await weights(server)).toEqual([4]);
    expect(messagesOf(server)).toEqual([
      `2 wlcgNotes.maxFindings: expected a positive integer, got "all". ${stays}`,
    ]);
  });

  it("are reported if the client was asked for them", async () => {
    const server = await serverWith({}, { rules: { "no-such-code": "off", "untagged-item": "hint" } });
    await server.messageThat(({ method }) => method === "window/showMessage");
    expect(messagesOf(server)).toEqual([`2 wlcgNotes.rules: unknown code "no-such-code". ${stays}`]);
    expect(await weights(server)).toEqual([4]);
  });
});

describe("settings that change the notes", () => {
  const refresh = "wlcgNotes/preview/refresh";
  const refreshes = ({ received }: RawServer) => received.filter(({ method }) => method === refresh).length;
  const experimental = { wlcgNotes: { preview: { refreshSupport: true } } };

  async function headings(server: RawServer): Promise<readonly string[]> {
    const { result } = await server.request("wlcgNotes/preview", { textDocument });
    return [...(result as { html: string }).html.matchAll(/<h2[^>]*>(.*?)<\/h2>/g)].map(
      ([, title = ""]) => title,
    );
  }

  it.each([true, false])(
    "have the client request its previews again, once they are read; it is asked for them: %s",
    async (configuration) => {
      const answers: unknown[] = [{ sections: ["counts"] }];
      const server = new RawServer(["--stdio"], { "workspace/configuration": answers });
      await start(server, { experimental, workspace: { configuration } });
      open(server, inMeeting("  - title: x\n    themes: none\n"));
      const change = async (sections: readonly string[]): Promise<readonly string[]> => {
        const seen = refreshes(server);
        answers[0] = { sections };
        server.notify("workspace/didChangeConfiguration", { settings: { wlcgNotes: { sections } } });
        await server.messageThat(() => refreshes(server) > seen);
        return headings(server);
      };
      expect(await change(["agenda"])).toEqual(["Agenda"]);
      expect(await change(["counts"])).not.toContain("Agenda");
    },
  );

  it("send no such request to a client that does not know it", async () => {
    const server = await serverWith({});
    await changeSettings(server, { sections: ["agenda"] });
    await headings(server);
    expect(refreshes(server)).toBe(0);
  });
});

describe("the options of the first message", () => {
  const options = { rules: { "untagged-item": "hint" } };

  it.each([[null], [{}]])("hold where the client has %j for a section, or not", async (section) => {
    const server = await serverWith(options, section);
    await server.messageThat(({ method }) => method === "workspace/configuration");
    expect(await weights(server)).toEqual([section === null ? 4 : 2]);
  });

  it("hold again once the client has no settings any more", async () => {
    const server = await serverWith(options);
    await changeSettings(server, {});
    expect(await weights(server)).toEqual([2]);
    await changeSettings(server, null);
    expect(await weights(server)).toEqual([4]);
  });
});
