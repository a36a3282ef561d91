/** Joins the entry of an action with what notes say about it by its number. */
import type { ActionReport } from "../shorthand/actionReports";
import { groupBy } from "../text/groupBy";
import type { ItemAction } from "./itemActions";
import { laterStatus } from "./sameOutcome";

/**
 * The notes are newer than an entry that is carried over: an action of the meeting as a whole, or one with `since`. Its
 * status and due date are those of the last line that gives them. Another entry of an item may have been made from the line
 * and corrected since: it has the later status, and another due date only from a line that does not repeat the action. An
 * entry with `closed` has its own status.
 * @param list `item` for the entries of an item
 */
export function withReports(
  actions: readonly ItemAction[],
  reports: readonly ActionReport[],
  list: "item" | "meeting",
): readonly ItemAction[] {
  if (reports.length === 0) return actions;
  const byId = groupBy(reports, ({ id }) => id);
  return actions.map((action) =>
    (byId.get(action.id?.toLowerCase() ?? "") ?? []).reduce(
      (known, report) => withReport(known, report, list),
      action,
    ),
  );
}

function withReport(action: ItemAction, report: ActionReport, list: "item" | "meeting"): ItemAction {
  const isCarriedOver = list === "meeting" || action.since !== undefined;
  const { status = action.status } = report;
  const due = isCarriedOver || report.isBare ? (report.due ?? action.due) : (action.due ?? report.due);
  const isClosed = action.closed !== undefined;
  return {
    ...action,
    ...(due !== undefined && { due }),
    status: isClosed ? action.status : isCarriedOver ? status : laterStatus(action.status, status),
  };
}
