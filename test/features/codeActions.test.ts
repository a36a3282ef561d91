import { describe, expect, it } from "vitest";
import { type CodeAction, CodeActionKind } from "vscode-languageserver-types";
import type { codes } from "../../server/src/core/finding";
import { codeActions, fixAllKind } from "../../server/src/features/codeActions";
import { tagAllEdit, tagAllKind } from "../../server/src/features/tagAll";
import { applied, editsOf } from "../support/features";
import { inMeeting } from "../support/findings";
import { read, viewOf, withCursor } from "../support/meeting";

function actionsAt(
  marked: string,
  only?: readonly string[],
): { actions: CodeAction[]; after: (title: RegExp) => string } {
  const { view, offset } = withCursor(marked);
  const position = view.positions.positionAt(offset);
  const actions = codeActions(view, { range: { start: position, end: position }, ...(only && { only }) }, {});
  const after = (title: RegExp): string => {
    const action = actions.find((candidate) => title.test(candidate.title));
    if (!action) throw new Error(`No action ${title}: ${actions.map((one) => one.title).join(" | ")}`);
    return applied(view, editsOf(action));
  };
  return { actions, after };
}

const codesOf = (text: string): string[] =>
  read(text)
    .findings()
    .map(({ code }) => code);

describe("quick fixes", () => {
  const untagged = inMeeting("  - title: Harbor, a container re<|>gistry\n");

  it("put the preferred one first, and ways to silence last", () => {
    const { actions } = actionsAt(untagged, [CodeActionKind.QuickFix]);
    expect(actions[0]).toMatchObject({ isPreferred: true });
    expect(actions[0]?.title).toMatch(/^Tag with image-distribution\/registries \(.*Harbor.*\)$/);
    expect(actions.filter(({ isPreferred }) => isPreferred)).toHaveLength(1);
    expect(actions.at(-1)?.title).toBe("Silence untagged-item here");
  });

  it("are offered anywhere on the line, and not on others", () => {
    expect(actionsAt(inMeeting("<|>  - title: Harbor\n")).actions).not.toEqual([]);
    expect(actionsAt(`<|>${inMeeting("  - title: Harbor\n")}`, [CodeActionKind.QuickFix]).actions).toEqual(
      [],
    );
  });

  it("cure what they are named for", () => {
    expect(actionsAt(untagged).after(/^Tag with image/)).toBe(
      inMeeting("  - title: Harbor, a container registry\n    themes: [image-distribution/registries]\n"),
    );
    expect(actionsAt(untagged).after(/^No theme/)).toContain("    themes: none\n");
  });

  it("are bound to the version of the text", () => {
    const [action] = actionsAt(untagged).actions;
    expect(action?.edit?.documentChanges?.[0]).toMatchObject({ textDocument: { version: 1 } });
  });

  it("keep Windows line ends", () => {
    const after = actionsAt(untagged.replaceAll("\n", "\r\n")).after(/^Tag with image/);
    expect(after.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });

  it("speak of the kinds asked for only", () => {
    expect(actionsAt(untagged, [fixAllKind]).actions).toEqual([]);
    expect(actionsAt(untagged, ["source"]).actions).toEqual([]);
    expect(actionsAt(untagged, ["refactor"]).actions.map(({ kind }) => kind)).toEqual([tagAllKind]);
  });

  it("are silent on what the settings turn off", () => {
    const { view, offset } = withCursor(untagged);
    const position = view.positions.positionAt(offset);
    const rules = { "untagged-item": "off" } as const;
    const actions = codeActions(view, { range: { start: position, end: position } }, rules);
    expect(actions.filter(({ kind }) => kind === CodeActionKind.QuickFix)).toEqual([]);
  });
});

/** For each code an item, or a file, that has it on the cursor's line. */
const faults: Readonly<Partial<Record<(typeof codes)[number], string>>> = {
  "duplicate-key": inMeeting("  - title: a\n    themes: none\n    t<|>itle: b\n"),
  "unknown-key": inMeeting("  - title: a\n    themes: none\n    tit<|>el: b\n"),
  "missing-key": inMeeting("  - spe<|>akers: [a]\n    themes: none\n"),
  "wrong-type": inMeeting("  - title: a\n    themes: none\n    duration: lo<|>ng\n"),
  "invalid-date": "meeting:\n  title: M\n  date: 2019-1<|>3-45\ncontributions: []\n",
  "unknown-theme": inMeeting("  - title: a\n    themes: [secur<|>tiy]\n"),
  "unknown-topic": inMeeting("  - title: a\n    themes: [security/no<|>pe]\n"),
  "duplicate-theme": inMeeting("  - title: a\n    themes: [security, secu<|>rity]\n"),
  "redundant-theme": inMeeting("  - title: a\n    themes: [sec<|>urity, security/aai]\n"),
  "untagged-item": inMeeting("  - title: Har<|>bor\n"),
  "duplicate-title": inMeeting("  - {title: a, themes: none}\n  - {title: <|>a, themes: none}\n"),
  "action-without-owner": inMeeting("  - title: a\n    themes: none\n    actions:\n      - te<|>xt: b\n"),
  "hidden-character": inMeeting("  - title: a\u202Eb<|>\n    themes: none\n"),
};

describe("silencing", () => {
  it.each(Object.entries(faults))("%s removes that finding alone", (code, marked) => {
    const before = codesOf(marked.replace("<|>", ""));
    expect(before).toContain(code);
    const after = codesOf(actionsAt(marked).after(new RegExp(`^Silence ${code} here$`)));
    const rest = [...before];
    rest.splice(rest.indexOf(code), 1);
    expect([...after].sort()).toEqual(rest.sort());
  });

  it("is not offered for broken YAML, nor for an unused suppression", () => {
    const titles = (marked: string): string[] => actionsAt(marked).actions.map(({ title }) => title);
    expect(titles(inMeeting("  - title: a\n    themes: [sec<|>\n")).join()).not.toMatch(/Silence/);
    expect(
      titles(
        inMeeting("  # wlcg-notes-disable-next-line untagged-i<|>tem\n  - {title: a, themes: none}\n"),
      ).join(),
    ).not.toMatch(/Silence/);
  });

  it("is not offered within a text that spans lines", () => {
    const marked = inMeeting("  - title: a\n    themes: none\n    notes: |\n      one\n      t\u202Ewo<|>\n");
    expect(codesOf(marked.replace("<|>", ""))).toEqual(["hidden-character"]);
    expect(actionsAt(marked).actions.map(({ title }) => title)).toEqual(["Remove it"]);
  });
});

describe("fix all", () => {
  const faulty = inMeeting(
    "  - title: x   # one\n    themes: [security, security]\n  - title: Harbor\n  - title: y\n    themes: none\n    duration: '20'\n",
  );

  it("applies what is safe and leaves the rest", () => {
    expect(actionsAt(`<|>${faulty}`, [fixAllKind]).after(/./)).toBe(
      faulty.replace("[security, security]", "[security]").replace("'20'", "20"),
    );
  });

  it("is not there where nothing is to fix", () => {
    expect(actionsAt(`<|>${inMeeting("  - {title: a, themes: none}\n")}`, [fixAllKind]).actions).toEqual([]);
  });
});

describe("tagging all", () => {
  const agenda = inMeeting(
    "  - title: Harbor, a container registry\n  - title: Coffee\n  - {title: A CSI driver for EOS}\n  - title: done\n    themes: none\n",
  );

  it("tags what is convincing and leaves the rest untagged", () => {
    const view = viewOf(agenda);
    const after = applied(view, editsOf({ title: "", edit: tagAllEdit(view, true) }));
    expect(after).toContain("registry\n    themes: [image-distribution/registries]\n");
    expect(after).toContain(
      "  - title: Coffee\n  - {title: A CSI driver for EOS, themes: [storage-integration/csi]}\n",
    );
    expect(codesOf(after)).toEqual(["untagged-item"]);
    const again = viewOf(after);
    expect(editsOf({ title: "", edit: tagAllEdit(again, true) })).toEqual([]);
  });

  it("asks to confirm each, with the words that gave it away", () => {
    const { changeAnnotations = {} } = tagAllEdit(viewOf(agenda), true);
    expect(Object.values(changeAnnotations)).toMatchObject([
      { label: "Tag with image-distribution/registries", needsConfirmation: true },
      { label: "Tag with storage-integration/csi", needsConfirmation: true },
    ]);
    expect(changeAnnotations["tag-0"]?.description).toContain("Harbor");
  });

  it("makes plain edits where a client cannot annotate", () => {
    const edit = tagAllEdit(viewOf(agenda), false);
    expect(edit.changeAnnotations).toBeUndefined();
    expect(editsOf({ title: "", edit })).toHaveLength(2);
  });

  it("is offered while something is untagged, its edit left for later", () => {
    expect(actionsAt(`<|>${agenda}`, [tagAllKind]).actions).toEqual([
      { title: "Tag all untagged items…", kind: tagAllKind, data: { uri: viewOf(agenda).uri, version: 1 } },
    ]);
    expect(actionsAt(`<|>${inMeeting("  - {title: a, themes: none}\n")}`, [tagAllKind]).actions).toEqual([]);
  });
});
