import { isScalar, isSeq } from "yaml";
import type { Unit } from "../document/parseBlock";
import type { Finding, Fix } from "../findings/finding";
import { comparablePerson } from "../text/personName";
import { isCalendarDate } from "../time/calendarDate";
import { addEntries } from "../yaml/addEntries";
import { addKey, replaceScalar } from "../yaml/edits";
import {
  entriesOf,
  isEmpty,
  type KeyedValue,
  pairOf,
  pairsOf,
  rangeOf,
  stringOf,
  type YAMLMap,
} from "../yaml/nodes";
import { removeKey } from "../yaml/removeKey";
import { quoteIfNeeded } from "../yaml/scalars";
import { actionMaps } from "./shared/actionMaps";
import type { RuleContext, UnitRule } from "./shared/rule";

/** `conflicting-keys`: an action with `owner` and `owners`, and an open action with the day on which it was closed. */
export const conflictingKeys: UnitRule = { codes: ["conflicting-keys"], check };

function check(unit: Unit, { text }: RuleContext): readonly Finding[] {
  return actionMaps(unit).flatMap((action) => [
    ...(ownersFinding(action, text) ?? []),
    ...(closedFinding(action, text) ?? []),
  ]);
}

function ownersFinding(action: YAMLMap, text: string): readonly Finding[] | undefined {
  const [owner, owners] = [pairOf(action, "owner"), pairOf(action, "owners")];
  if (!owner || !owners || isEmpty(owner.value) || isEmpty(owners.value)) return undefined;
  const message = "An action must have either `owner` or `owners`: write all persons in `owners`.";
  const fixes = () => mergeFixes(action, owner, owners, text);
  return [{ code: "conflicting-keys", range: rangeOf(owner.key), message, fixes }];
}

/** Adds the owner to the owners, unless it is one of them. */
function mergeFixes(action: YAMLMap, owner: KeyedValue, owners: KeyedValue, text: string): readonly Fix[] {
  const name = stringOf(owner.value)?.trim() ?? "";
  const removal = isRepeated(action, owner) ? undefined : removeKey(text, action, owner);
  if (!removal || !isSeq(owners.value) || name === "") return [];
  const names = entriesOf(owners.value).map((entry) => stringOf(pairOf(entry, "name")?.value ?? entry) ?? "");
  const isThere = names.some((other) => comparablePerson(other) === comparablePerson(name));
  const addition = isThere ? undefined : addEntries(text, owners.value, [quoteIfNeeded(name)]);
  if (!isThere && !addition) return [];
  const edits = addition ? [addition, removal] : [removal];
  return [{ title: "Write all persons in `owners`", edits, preferred: true }];
}

/** True for a key that the action has twice: the fix of the duplicate comes first. */
function isRepeated(action: YAMLMap, { name }: KeyedValue): boolean {
  return pairsOf(action).filter((pair) => pair.name === name).length > 1;
}

function closedFinding(action: YAMLMap, text: string): readonly Finding[] | undefined {
  const [closed, status] = [pairOf(action, "closed"), pairOf(action, "status")];
  const written = status && stringOf(status.value);
  const isActive = !status || isEmpty(status.value) || written === "open" || written === "in-progress";
  if (!closed || !isCalendarDate(stringOf(closed.value) ?? "") || !isActive) return undefined;
  const message = `An action with \`closed\` must be \`done\` or \`dropped\`, not \`${written ?? "open"}\`.`;
  const fixes = () => closedFixes(action, closed, status, text);
  return [{ code: "conflicting-keys", range: rangeOf(closed.key), message, fixes }];
}

function closedFixes(
  action: YAMLMap,
  closed: KeyedValue,
  status: KeyedValue | undefined,
  text: string,
): readonly Fix[] {
  const statusFix = (value: string): Fix => {
    const edit =
      status && isScalar(status.value) && !isEmpty(status.value)
        ? replaceScalar(text, status.value, value)
        : status
          ? undefined
          : addKey(text, action, "status", value, ["text", "id", "owner", "owners", "due"]);
    return { title: `Write \`status: ${value}\``, edits: edit ? [edit] : [] };
  };
  if ([closed, status ?? closed].some((pair) => isRepeated(action, pair))) return [];
  const removal = removeKey(text, action, closed);
  return [
    // only without a status it is certain
    { ...statusFix("done"), preferred: status === undefined },
    statusFix("dropped"),
    ...(removal ? [{ title: "Remove `closed`", edits: [removal] }] : []),
  ].filter(({ edits }) => edits.length > 0);
}
