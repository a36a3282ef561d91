import { describe, expect, it } from "vitest";
import { completion } from "../../../server/src/features/completion/completion";
import { completionLabels } from "../../support/editorRequests";
import { inMeeting } from "../../support/findings";
import { withCursor } from "../../support/meeting";

describe("completion", () => {
  it("offers no name that is empty or spans lines", () => {
    const people = ['owner: ""', 'owner: "A\\nB"', "owner: Ada", "owner: <|>"];
    const actions = people.map((owner) => `      - {text: a, ${owner}}\n`).join("");
    expect(completionLabels(inMeeting(`  - title: a\n    themes: none\n    actions:\n${actions}`))).toEqual([
      "Ada",
    ]);
  });

  it.each([
    "-[--\rmeetings:\rdates: x\n<|>",
    "*\r\uFEFFmeetings:<|>\ndates: 2019-12-10\n",
    "meeting:\n  place\r: <|>x\n",
  ])("replaces nothing over lines, a lone CR among their ends: %j", (marked) => {
    const text = marked.replace("<|>", "");
    const { view } = withCursor(marked);
    let count = 0;
    for (let at = 0; at <= text.length; at++) {
      for (const { textEdit } of completion(view, view.positions.positionAt(at)).items) {
        const range = textEdit && "range" in textEdit ? textEdit.range : undefined;
        expect(range?.start.line).toBe(range?.end.line);
        if (range) count++;
      }
    }
    expect(count).toBeGreaterThan(0);
  });
});
