import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { CodeAction } from "vscode-languageserver-types";
import { codeActions } from "../../../server/src/features/codeActions/codeActions";
import { tagAllActions, tagAllEdit, tagAllKind } from "../../../server/src/features/codeActions/tagAllAction";
import { actionsAt, editsOf, textAfterAction } from "../../support/editorRequests";
import { inMeeting } from "../../support/findings";
import { knowledge, viewOf } from "../../support/meeting";

/** The text once all its untagged items are tagged. */
function tagged(text: string): string {
  const view = viewOf(text);
  return textAfterAction({ title: "", edit: tagAllEdit(view, true) }, view);
}

function expectTagged(before: string, after: string): void {
  expect(tagged(inMeeting(before))).toBe(inMeeting(after));
  expect(tagged(inMeeting(after)), "a second time nothing changes").toBe(inMeeting(after));
}

const tags = "themes: [image-distribution/registries]";

describe("tagging all", () => {
  it.each([
    ["a contribution", "  - title: Harbor registry # c\n", `  - title: Harbor registry # c\n    ${tags}\n`],
    [
      "a contribution with a list below it",
      "  - title: Harbor registry\n    speakers:\n      - A\n",
      `  - title: Harbor registry\n    speakers:\n      - A\n    ${tags}\n`,
    ],
    ["one on one line", "  - {title: 🙂 Harbor registry}\n", `  - {title: 🙂 Harbor registry, ${tags}}\n`],
    [
      "one whose list is empty",
      '  - title: "Harbor registry"\n    themes: [] # c\n',
      `  - title: "Harbor registry"\n    ${tags} # c\n`,
    ],
    [
      "a survey and a topic",
      "surveys:\n  - question: Is Harbor your registry?\ndiscussion:\n- topic: Harbor registry\n",
      `surveys:\n  - question: Is Harbor your registry?\n    ${tags}\ndiscussion:\n- topic: Harbor registry\n  ${tags}\n`,
    ],
  ])("tags %s", (_, before, after) => expectTagged(before, after));

  it.each([
    ["without a convincing theme", "  - title: Coffee\n"],
    ["with themes", "  - title: Harbor registry\n    themes: [security]\n"],
    ["intentionally without a theme", "  - title: Harbor registry\n    themes: none\n"],
    ["with themes that are misspelt", "  - title: Harbor registry\n    themes: [securty]\n"],
    [
      "that are to stay untagged",
      "  # wlcg-notes-disable-next-line untagged-item\n  - title: Harbor registry\n",
    ],
    ["that are broken", "  - title: Harbor registry\n    speakers: [A\n"],
  ])("leaves items %s as they are", (_, items) => expectTagged(items, items));

  it("asks to confirm each, with the matching words, if the client can", () => {
    const text = inMeeting(
      "  - title: Harbor registry\n  - title: Coffee\n  - title: A CSI driver for EOS\n",
    );
    const edit = tagAllEdit(viewOf(text), true);
    expect(Object.values(edit.changeAnnotations ?? {})).toMatchObject([
      {
        label: "Tag with image-distribution/registries",
        description: expect.stringContaining("Harbor"),
        needsConfirmation: true,
      },
      { label: "Tag with storage-integration/csi", needsConfirmation: true },
    ]);
    expect(editsOf({ title: "", edit })).toMatchObject(
      Object.keys(edit.changeAnnotations ?? {}).map((annotationId) => ({ annotationId })),
    );
  });

  it("makes the same edits, plain, where it cannot", () => {
    const view = viewOf(inMeeting("  - title: Harbor registry\n  - title: A CSI driver for EOS\n"));
    const edit = tagAllEdit(view, false);
    expect(edit.changeAnnotations).toBeUndefined();
    expect(editsOf({ title: "", edit }).map((one) => Object.keys(one).sort())).toEqual([
      ["newText", "range"],
      ["newText", "range"],
    ]);
    expect(textAfterAction({ title: "", edit }, view)).toBe(tagged(view.document.text));
  });

  it("is offered while it would tag something, its edit left for later", () => {
    const text = inMeeting("  - title: Coffee\n  - title: Harbor registry\n");
    expect(offered(text)).toEqual([
      { title: "Tag all untagged items…", kind: tagAllKind, data: { uri: viewOf(text).uri, version: 1 } },
    ]);
    expect(offered(inMeeting("  - title: Coffee\n"))).toEqual([]);
    expect(offered(inMeeting("  - {title: Harbor registry, themes: none}\n"))).toEqual([]);
  });
});

function offered(text: string): readonly CodeAction[] {
  return actionsAt(`<|>${text}`, {}, [tagAllKind]).actions;
}

describe("that tagging all is offered", () => {
  const { suggester } = knowledge;
  const suggest = vi.spyOn(suggester, "suggest");
  const asked = (): number => suggest.mock.calls.length;

  beforeEach(() => {
    suggester.train([]);
    suggest.mockClear();
  });
  afterAll(() => suggest.mockRestore());

  it("takes thought until the first item that is convincing", () => {
    const items = ["Coffee", "Harbor registry", "Harbor", "Tea"].map((title) => `  - title: ${title}\n`);
    expect(offered(inMeeting(items.join("")))).toHaveLength(1);
    expect(asked()).toBe(2);
  });

  it("takes no thought of an item a second time, unless there is another archive", () => {
    const view = viewOf(inMeeting("  - title: Coffee\n  - title: Tea\n"));
    const last = { start: view.document.length, end: view.document.length, text: "  - title: Milk\n" };
    for (let times = 0; times < 2; times++) expect(tagAllActions(view)).toEqual([]);
    expect(asked()).toBe(2);
    expect(tagAllActions({ ...view, document: view.document.edit(last) })).toEqual([]);
    expect(asked()).toBe(3);
    suggester.train([{ title: "Tea", themes: ["security"] }]);
    tagAllActions(view);
    expect(asked()).toBeGreaterThan(3);
  });

  it("takes little thought at a time where many are not convincing", () => {
    const view = viewOf(inMeeting("  - title: Coffee\n".repeat(80)));
    const counts = [1, 2, 3, 4].map(() => [tagAllActions(view).length, asked()]);
    expect(counts).toEqual([
      [1, 30],
      [1, 60],
      [0, 80],
      [0, 80],
    ]);
  });

  it("a light bulb takes no more thought than that, and for what is on its line", () => {
    const view = viewOf(inMeeting("  - title: Coffee\n".repeat(500)));
    const at = { line: 4, character: 6 };
    codeActions(view, { range: { start: at, end: at } }, {});
    expect(asked()).toBe(31);
  });
});

describe("a client that cannot ask for an edit later", () => {
  const offers = (items: number, only?: readonly string[]): boolean => {
    const view = viewOf(inMeeting("  - title: Harbor registry\n".repeat(items)));
    const range = { start: { line: 4, character: 0 }, end: { line: 4, character: 0 } };
    const actions = codeActions(view, { range, isEager: true, ...(only && { only }) }, {});
    return actions.some(({ kind }) => kind === tagAllKind);
  };

  it("is offered to tag all where that is quick, or where it asks for that", () => {
    expect(offers(3)).toBe(true);
    expect(offers(150)).toBe(false);
    expect(offers(150, [tagAllKind])).toBe(true);
  });
});
