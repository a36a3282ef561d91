/** The questions before minutes are written, and the messages afterwards. */
import { beforeEach, expect, it, vi } from "vitest";
import type { Uri } from "vscode";
import type { IndicoRequests } from "../../client/src/indico/indicoRequests";
import type { MinutesDocuments } from "../../client/src/indico/minutesDocuments";
import type { Access, MinutesTarget, Outcome } from "../../client/src/indico/protocol";
import type { Row } from "../../client/src/shared/userInput";

const user = vi.hoisted(() => ({
  /** each thing that was asked or said */
  log: [] as string[],
  items: false as boolean | undefined,
  /** titles that are selected in the list; undefined for what is selected at first */
  selects: undefined as readonly string[] | undefined,
  consents: false,
  typesMeanwhile: false,
  document: { uri: "file:///a.contributions.yaml", version: 1, isDirty: false },
}));

vi.mock("vscode", () => ({
  commands: {},
  Uri: {},
  workspace: { openTextDocument: async () => user.document },
}));

vi.mock("vscode-languageclient/node", () => ({ LanguageClient: class {} }));

vi.mock("../../client/src/shared/userMessages", () => {
  const say = (kind: string) => async (message: string, action?: string) => {
    user.log.push(`${kind}: ${message}${action === undefined ? "" : ` [${action}]`}`);
    return user.consents ? action : undefined;
  };
  return {
    ask: say("question"),
    showError: say("error"),
    showInformation: say("information"),
    showWarning: say("warning"),
  };
});

vi.mock("../../client/src/shared/openPage", () => ({
  openPage: async (page: string) => user.log.push(`opens ${page}`),
}));

vi.mock("../../client/src/shared/userInput", () => ({
  chooseOne: async () => user.items,
  chooseMany: async (rows: readonly Row<MinutesTarget>[], { title }: { readonly title: string }) => {
    const shown = rows.map(
      ({ label, description, isPicked }) => `${isPicked ? "x" : "-"} ${label}: ${description}`,
    );
    user.log.push(`list: ${title}`, ...shown);
    const { selects } = user;
    if (user.typesMeanwhile) user.document.version++;
    return rows
      .filter((row) => (selects ? selects.includes(row.label) : row.isPicked))
      .map(({ value }) => value);
  },
}));

// other test files load the same modules with another `vscode`
vi.resetModules();
const { publishNotes } = await import("../../client/src/indico/publishNotes");

beforeEach(() => {
  Object.assign(user, { log: [], items: false, selects: undefined, consents: false, typesMeanwhile: false });
  user.document.version = 1;
});

function target(title: string, outcome: Outcome, message?: string): MinutesTarget {
  return {
    title,
    page: `https://a.org/event/1/${title}/`,
    outcome,
    ...(message !== undefined && { message }),
    ...(outcome === "conflict" && { theirs: "<p>Theirs</p>", ours: "<p>Ours</p>" }),
  };
}

/** @returns the parameters of each request, of those that write and those that do not */
async function publish(...answers: readonly (readonly MinutesTarget[])[]): Promise<readonly object[]> {
  const sent: object[] = [];
  const left = [...answers];
  const send = async ({ params }: { readonly params: (access: Access) => object }) => {
    sent.push(params({ network: {} }));
    const targets = left.shift();
    return targets && { targets, page: "https://a.org/event/1/" };
  };
  const parts = { indico: { send } as unknown as IndicoRequests, documents: {} as MinutesDocuments };
  await publishNotes(parts, {} as Uri);
  return sent;
}

const planned = [target("A", "new"), target("B", "updated"), target("C", "conflict", "B. Two edited it")];

it("writes nothing before the user has seen the list", async () => {
  user.selects = [];
  const sent = await publish([...planned, target("D", "unchanged"), target("E", "unpublished")]);
  expect(sent).toMatchObject([{ dryRun: true, overwrite: [] }]);
  expect(user.log).toEqual([
    "list: Publish Notes to a.org (not listed: 1 unchanged, 1 has no page in Indico)",
    "x A: new",
    "x B: replaces what was published before",
    "- C: other minutes in Indico",
  ]);
});

it("publishes what is selected at first without a further question", async () => {
  user.consents = true;
  const sent = await publish(planned, [target("A", "new"), target("B", "updated")]);
  const pages = ["https://a.org/event/1/A/", "https://a.org/event/1/B/"];
  expect(sent[1]).toMatchObject({ dryRun: false, pages, overwrite: [] });
  expect(user.log.slice(4)).toEqual([
    "information: Notes published: 1 new, 1 updated. [Open in Indico]",
    "opens https://a.org/event/1/",
  ]);
});

it("overwrites what was edited in Indico only after a question", async () => {
  user.selects = ["A", "C"];
  expect(await publish(planned)).toHaveLength(1);
  expect(user.log.at(-1)).toMatch(/^question: Indico has other minutes of “C”\. .* \[Overwrite\]$/);
  user.consents = true;
  const sent = await publish(planned, []);
  expect(sent[1]).toMatchObject({
    dryRun: false,
    overwrite: [{ page: "https://a.org/event/1/C/", theirs: expect.any(String) }],
  });
});

it("publishes nothing of a text that was not compared", async () => {
  user.selects = ["A"];
  user.typesMeanwhile = true;
  expect(await publish(planned)).toHaveLength(1);
  expect(user.log.at(-1)).toMatch(/^warning: The file has changed/);
});

it("reports the failures and the successes", async () => {
  await publish(planned, [target("A", "new"), target("B", "failed", "a.org does not answer.")]);
  expect(user.log.at(-1)).toBe("error: “B”: a.org does not answer. Published: 1 new. [Open in Indico]");
});

it.each([
  [[target("A", "unchanged")], "information: Indico has these minutes already: 1 unchanged."],
  [[target("A", "failed", "no right")], "error: Nothing can be published: “A”: no right."],
  [[target("A", "unpublished")], "information: There are no notes that can be published."],
])("reports the reason if nothing can be published", async (targets, message) => {
  expect(await publish(targets)).toHaveLength(1);
  expect(user.log).toEqual([message]);
});
