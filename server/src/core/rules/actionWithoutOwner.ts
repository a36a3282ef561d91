import { isSeq } from "yaml";
import { Item } from "../document/item";
import type { Unit } from "../document/parseBlock";
import type { Finding, Fix } from "../findings/finding";
import { messageText } from "../text/displayText";
import { isPlaceholder } from "../text/placeholderWord";
import { addKey, setEmptyValue } from "../yaml/edits";
import {
  isBlank,
  isEmpty,
  type KeyedValue,
  type Node,
  pairOf,
  rangeOf,
  stringOf,
  type YAMLMap,
} from "../yaml/nodes";
import { quoteIfNeeded } from "../yaml/scalars";
import { bracesEdits } from "./entries/missingBraces";
import { isCorrectionOfSomeKey } from "./keys/keyCorrections";
import { personAtStart } from "./personAtStart";
import { actionMaps, actionPath } from "./shared/actionMaps";
import type { RuleContext, UnitRule } from "./shared/rule";
import { isLostText } from "./themes/lostTheme";
import { statusOf } from "./values/statusFixes";

const maxProposedOwners = 3;

/** `action-without-owner`: an open action without an owner. */
export const actionWithoutOwner: UnitRule = { codes: ["action-without-owner"], check };

function check(unit: Unit, { text: source, vocabulary }: RuleContext): readonly Finding[] {
  const list = pairOf(unit.node, "actions")?.value;
  if (list && bracesEdits("actions", list, source).length > 0) return [];
  return actionMaps(unit).flatMap((action): readonly Finding[] => {
    const text = pairOf(action, "text");
    const owner = pairOf(action, "owner");
    const status = pairOf(action, "status")?.value;
    const isClosed = status != null && /^(?:done|dropped)$/.test(statusOf(String(status)) ?? "");
    const hasOwner = [owner, pairOf(action, "owners")].some((pair) => pair && !hasNoEntries(pair.value));
    if (!text || isBlank(text.value) || isClosed || hasOwner) return [];
    if (owner && isLostText(owner.value, source)) return [];
    // `placeholder-value` reports `text: none`
    if (isPlaceholder(stringOf(text.value) ?? "")) return [];
    const isMisspelt = (key: string): boolean =>
      isCorrectionOfSomeKey(key, action, actionPath(unit), vocabulary);
    if (isMisspelt("owner") || isMisspelt("owners")) return [];
    return [
      {
        code: "action-without-owner",
        isIncomplete: true,
        range: rangeOf(owner?.key ?? text.key),
        message: "Open action without an `owner`.",
        fixes: () => assignFixes(unit, action, owner, source),
      },
    ];
  });
}

/** True for a missing value and for `[]`. */
function hasNoEntries(value: Node | null): boolean {
  return isSeq(value) ? value.items.length === 0 : isEmpty(value);
}

/** A person whose name begins the text, `A. Forti: ask the sites`, is preferred if the item knows this person. */
function assignFixes(
  unit: Unit,
  action: YAMLMap,
  owner: KeyedValue | undefined,
  source: string,
): readonly Fix[] {
  const people = peopleIn(unit);
  const named = personAtStart(stringOf(pairOf(action, "text")?.value) ?? "", people);
  const others = people.filter((person) => person !== named?.name).slice(0, maxProposedOwners);
  return [...(named ? [named.name] : []), ...others].flatMap((person) => {
    const fix = assignFix(person, action, owner, source);
    const preferred = person === named?.name && named.isKnown;
    return fix ? [{ ...fix, ...(preferred && { preferred }) }] : [];
  });
}

/** The item's speakers and the owners of its other actions. */
function peopleIn(unit: Unit): readonly string[] {
  const item = new Item(unit);
  const owners = item.actions.flatMap(({ owners }) => owners);
  return [...new Set([...item.names("speakers"), ...owners])];
}

function assignFix(
  person: string,
  action: YAMLMap,
  owner: KeyedValue | undefined,
  source: string,
): Fix | undefined {
  const name = quoteIfNeeded(person);
  const edit = owner ? setEmptyValue(source, owner, name) : addKey(source, action, "owner", name, ["text"]);
  return edit && { title: `Assign to ${messageText(person)}`, edits: [edit] };
}
