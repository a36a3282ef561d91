import type { ActionSummary } from "../document/itemSummary";
import { messageText } from "../text/displayText";
import type { CrossItemFinding, CrossItemRule, PlacedSummary } from "./shared/rule";

/** `duplicate-id`: two actions of the file with the same `id`. */
export const duplicateId: CrossItemRule = {
  codes: ["duplicate-id"],
  isUnaffected: (before, after) => idsOf(before.actions) === idsOf(after.actions),
  find: (items) => {
    const first = new Map<string, PlacedAction>();
    return items().flatMap((item) =>
      (item.summary.actions ?? []).flatMap((action, at): readonly CrossItemFinding[] => {
        if (action.id === undefined) return [];
        const key = comparableId(action.id);
        const earlier = first.get(key);
        if (!earlier) first.set(key, { item, at });
        return earlier ? [findingFor({ item, at }, earlier)] : [];
      }),
    );
  },
};

interface PlacedAction {
  readonly item: PlacedSummary;
  /** index in the actions of its summary */
  readonly at: number;
}

function comparableId(id: string): string {
  return id.trim().toLowerCase();
}

function idsOf(actions: readonly ActionSummary[] = []): string {
  return actions.map(({ id = "" }) => comparableId(id)).join("\n");
}

function findingFor({ item, at }: PlacedAction, first: PlacedAction): CrossItemFinding {
  return {
    code: "duplicate-id",
    item,
    otherItem: first.item,
    describe: (summary, other) => {
      const [action, earlier] = [summary.actions?.[at], other.actions?.[first.at]];
      return {
        message: `Duplicate \`id\`: another action has the number ${messageText(action?.id ?? "", 40)}.`,
        range: action?.idRange ?? summary.titleRange,
        related: { message: "First occurrence.", range: earlier?.idRange ?? other.titleRange },
      };
    },
  };
}
