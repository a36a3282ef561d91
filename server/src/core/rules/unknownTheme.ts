/** `unknown-theme`, `unknown-topic`, `duplicate-theme`, `redundant-theme`: what stands in `themes`. */

import type { Unit } from "../document/parseBlock";
import type { Finding, Fix } from "../findings/finding";
import { inMessage } from "../text/displayText";
import { removeEntry, replaceScalar, replaceValue } from "../yaml/edits";
import { entriesOf, type Node, pairOf, rangeOf, textOf } from "../yaml/nodes";
import type { RuleContext, UnitRule } from "./rule";

export const themes: UnitRule = {
  codes: ["unknown-theme", "unknown-topic", "duplicate-theme", "redundant-theme"],
  check,
};

function check(unit: Unit, context: RuleContext): readonly Finding[] {
  const list = pairOf(unit.node, "themes")?.value;
  const entries = entriesOf(list);
  const written = entries.map(textOf);
  const first = new Map<string, number>();
  const topicOf = new Map<string, string>();
  for (const [index, ref = ""] of written.entries()) {
    if (!first.has(ref)) first.set(ref, index);
    const [theme = "", topic] = ref.split("/");
    if (topic !== undefined && !topicOf.has(theme) && context.vocabulary.resolve(ref))
      topicOf.set(theme, ref);
  }
  return entries.flatMap((entry, index): readonly Finding[] => {
    const ref = written[index];
    if (!list || ref === undefined) return [];
    if (ref === "none") return [noneInList(entry, list, index, context.text)];
    if (!context.vocabulary.resolve(ref)) return [unknown(ref, entry, context)];
    const remove =
      (title: string): (() => readonly Fix[]) =>
      () =>
        removal(title, context.text, list, index);
    const range = rangeOf(entry);
    const topic = topicOf.get(ref);
    if (topic !== undefined) {
      const message = `\`${inMessage(topic)}\` says it already: a topic implies its theme.`;
      return [{ code: "redundant-theme", range, message, fixes: remove(`Remove \`${inMessage(ref)}\``) }];
    }
    if (first.get(ref) === index) return [];
    const message = `\`${inMessage(ref)}\` is already in this list.`;
    return [
      { code: "duplicate-theme", range, message, fixes: remove(`Remove the second \`${inMessage(ref)}\``) },
    ];
  });
}

/** `[none]` in place of `none`, and `[security, none]`. */
function noneInList(entry: Node, list: Node, index: number, text: string): Finding {
  const range = rangeOf(list);
  const isAlone = entriesOf(list).length === 1;
  const isOneLine = !text.slice(range.start, range.end).includes("\n");
  const alone: Fix = {
    title: "Write `themes: none`",
    edits: [replaceValue(text, list, "none")],
    preferred: true,
  };
  const fixes = (): readonly Fix[] =>
    isAlone ? (isOneLine ? [alone] : []) : removal("Remove `none`", text, list, index, false);
  return {
    code: "unknown-theme",
    range: rangeOf(entry),
    message: "`none` stands for an item without themes, not in a list: `themes: none`.",
    fixes,
  };
}

function removal(title: string, text: string, list: Node, index: number, safe = true): readonly Fix[] {
  const edits = removeEntry(text, list, index);
  return edits.length > 0 ? [{ title, edits, preferred: true, safe }] : [];
}

function unknown(ref: string, entry: Node, context: RuleContext): Finding {
  const theme = context.vocabulary.resolve(ref.split("/")[0] ?? "");
  const isTopic = theme !== undefined && ref.includes("/");
  const candidates = context.vocabulary.candidates(ref);
  const best = candidates[0];
  const known = isTopic ? `\`${theme.ref}\` has no such topic` : "No such theme";
  const isSure = best?.by === "exact" && candidates.filter(({ by }) => by === "exact").length === 1;
  return {
    code: isTopic ? "unknown-topic" : "unknown-theme",
    range: rangeOf(entry),
    message: `${known}: \`${inMessage(ref)}\`.${best ? ` Did you mean \`${best.ref}\`?` : ""}`,
    fixes: () => {
      const near = candidates.map(
        (candidate, rank): Fix => ({
          title: `Replace with \`${candidate.ref}\``,
          edits: [replaceScalar(context.text, entry, candidate.ref)],
          preferred: rank === 0,
          safe: rank === 0 && isSure,
        }),
      );
      if (!isTopic || candidates.some((candidate) => candidate.ref === theme.ref)) return near;
      const whole = {
        title: `Replace with \`${theme.ref}\``,
        edits: [replaceScalar(context.text, entry, theme.ref)],
      };
      return [...near, { ...whole, preferred: near.length === 0 }];
    },
  };
}
