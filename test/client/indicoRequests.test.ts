/** Tokens: which request has which, and when the user is asked. */
import { beforeEach, expect, it, vi } from "vitest";
import type { Access, Refusal } from "../../client/src/indico/protocol";
import type { Tokens as StoredTokens } from "../../client/src/indico/tokens";

interface Box {
  title: string;
  prompt: string;
  password: boolean;
}

const editor = vi.hoisted(() => ({
  /** what the user types in each box; undefined to cancel it */
  typed: [] as (string | undefined)[],
  boxes: [] as Box[],
  settings: {} as Record<string, unknown>,
}));

vi.mock("vscode", () => {
  const createInputBox = () => {
    const listeners: Record<string, () => void> = {};
    const on = (name: string) => (listener: () => void) => {
      listeners[name] = listener;
    };
    const box = {
      value: "",
      onDidTriggerButton: on("button"),
      onDidChangeValue: on("change"),
      onDidAccept: on("accept"),
      onDidHide: on("hide"),
      hide: () => listeners.hide?.(),
      dispose: () => undefined,
      show: () => {
        editor.boxes.push(box as unknown as Box);
        const typed = editor.typed.shift();
        box.value = typed ?? "";
        listeners[typed === undefined ? "hide" : "accept"]?.();
      },
    };
    return box;
  };
  return {
    ProgressLocation: { Notification: 15 },
    QuickInputButtons: {},
    ThemeIcon: class {},
    Uri: {},
    commands: {},
    window: {
      createInputBox,
      withProgress: (_: unknown, task: (...args: unknown[]) => unknown) =>
        task(undefined, { isCancellationRequested: false }),
    },
    workspace: { getConfiguration: () => ({ get: (name: string) => editor.settings[name] }) },
  };
});

vi.mock("vscode-languageclient/node", () => ({ LanguageClient: class {} }));

// other test files load the same modules with another `vscode`
vi.resetModules();
const { tokenProblem } = await import("../../client/src/indico/askToken");
const { IndicoRequests } = await import("../../client/src/indico/indicoRequests");
const { Tokens } = await import("../../client/src/indico/tokens");
const { withoutTokens } = await import("../../client/src/notesClient");

beforeEach(() => {
  editor.typed = [];
  editor.boxes = [];
  editor.settings = {};
});

function storages() {
  const secrets = new Map<string, string>();
  const state = new Map<string, unknown>();
  const tokens = new Tokens(
    {
      get: async (key) => secrets.get(key),
      store: async (key, value) => void secrets.set(key, value),
      delete: async (key) => void secrets.delete(key),
    },
    {
      get: (key: string) => state.get(key) as never,
      update: async (key, value) => void state.set(key, value),
    },
  );
  return { secrets, state, tokens };
}

function refusal(host: string, wasSent: boolean): Refusal {
  return {
    problem: `${host} wants a token.`,
    needsToken: { host, page: `https://${host}/user/tokens/`, wasSent },
  };
}

/** The server answers in this order; returns the tokens that it was sent. */
async function send(tokens: StoredTokens, answers: readonly object[]) {
  const sent: (string | undefined)[] = [];
  const hosts: (string | undefined)[] = [];
  const left = [...answers];
  const client = {
    sendRequest: async (_method: string, params: Access) => {
      sent.push(params.token);
      hosts.push(params.tokenHost);
      return left.shift();
    },
  };
  const indico = new IndicoRequests(client as never, tokens);
  const request = { method: "wlcgNotes/x", progress: "Reading", params: (access: Access) => access };
  return { answer: await indico.send<object>(request), sent, hosts };
}

it("asks for no token while the server needs none", async () => {
  const { tokens, secrets } = storages();
  expect(await send(tokens, [{ text: "" }])).toMatchObject({ sent: [undefined], answer: { text: "" } });
  expect([editor.boxes.length, secrets.size]).toEqual([0, 0]);
});

it("asks once for each host, in a box that names it and hides the token", async () => {
  const { tokens, secrets, state } = storages();
  editor.typed = [" indp_first ", "indp_second"];
  expect((await send(tokens, [refusal("a.org", false), {}])).sent).toEqual([undefined, "indp_first"]);
  expect((await send(tokens, [refusal("b.org", false), {}])).sent).toEqual([undefined, "indp_second"]);
  expect((await send(tokens, [refusal("a.org", false), {}])).sent).toEqual([undefined, "indp_first"]);
  expect(editor.boxes.map(({ title, password }) => [title, password])).toEqual([
    ["Indico Token for a.org", true],
    ["Indico Token for b.org", true],
  ]);
  expect(editor.boxes[0]?.prompt).toBe(
    "a.org wants a token. The token is kept in VS Code's secret storage and sent to a.org only.",
  );
  expect([...secrets.values()]).toEqual(["indp_first", "indp_second"]);
  expect(JSON.stringify([...state])).not.toContain("indp");
});

it("asks again for a refused token, and replaces it", async () => {
  const { tokens } = storages();
  await tokens.store("a.org", "indp_expired");
  editor.typed = ["indp_renewed"];
  const { sent } = await send(tokens, [refusal("a.org", false), refusal("a.org", true), {}]);
  expect(sent).toEqual([undefined, "indp_expired", "indp_renewed"]);
  expect(await tokens.of("a.org")).toBe("indp_renewed");
});

it("sends no token of one host when another one is asked for", async () => {
  const { tokens } = storages();
  await tokens.store("a.org", "indp_of_a");
  await tokens.store("b.org", "indp_of_b");
  const { sent, hosts } = await send(tokens, [refusal("a.org", false), refusal("b.org", false), {}]);
  expect(sent).toEqual([undefined, "indp_of_a", "indp_of_b"]);
  expect(hosts).toEqual([undefined, "a.org", "b.org"]);
});

it("stops where the user cancels, and after several refusals", async () => {
  const { tokens, secrets } = storages();
  expect(await send(tokens, [refusal("a.org", false)])).toMatchObject({
    sent: [undefined],
    answer: undefined,
  });
  expect(secrets.size).toBe(0);
  editor.typed = Array.from({ length: 20 }, (_, at) => `indp_token_${at}`);
  const { sent, answer } = await send(tokens, Array(20).fill(refusal("a.org", true)));
  expect([sent.length, answer]).toEqual([6, refusal("a.org", true)]);
});

it("forgets the tokens of all hosts", async () => {
  const { tokens, secrets } = storages();
  await tokens.store("a.org", "indp_of_a");
  await tokens.store("b.org:8443", "indp_of_b");
  expect(await tokens.forgetAll()).toEqual(["a.org", "b.org:8443"]);
  expect(secrets.size).toBe(0);
  expect(await tokens.forgetAll()).toEqual([]);
});

it("passes the settings of the network", async () => {
  editor.settings = { proxy: "http://proxy:3128", proxyStrictSSL: false, noProxy: ["indico.cern.ch"] };
  let params: unknown;
  const sendRequest = async (_: string, sent: unknown) => {
    params = sent;
    return {};
  };
  const indico = new IndicoRequests({ sendRequest } as never, storages().tokens);
  await indico.send({ method: "wlcgNotes/x", progress: "Reading", params: (access) => access });
  expect(params).toEqual({
    network: { proxy: "http://proxy:3128", strictSsl: false, noProxy: ["indico.cern.ch"] },
  });
});

it.each([
  ["", "Enter the token."],
  ["https://indico.cern.ch/user/tokens/", "This is an address, not a token."],
  ["indp_with a blank", "This is not a token, which is like indp_ and 42 letters and digits."],
  ["short", "This is not a token, which is like indp_ and 42 letters and digits."],
  [" indp_0123456789abcdefghijABCDEFGHIJ ", undefined],
])("finds the problem with the token %j", (typed, problem) => {
  expect(tokenProblem(typed)).toBe(problem);
});

it("keeps tokens out of the log of messages", () => {
  const log = `Params: {\n  "source": {\n    "address": "https://a.org/event/1/",\n    "token": "indp_\\"1"\n  },\n  "token":"x"}`;
  expect(withoutTokens(log)).toBe(
    `Params: {\n  "source": {\n    "address": "https://a.org/event/1/",\n    "token": "…"\n  },\n  "token":"…"}`,
  );
});
