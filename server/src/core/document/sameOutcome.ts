/** Decides which actions and decisions are the same, so that each is one entry with all its values. */
import { comparableText } from "../shorthand/notesLines";
import type { People } from "../shorthand/people";
import type { Shorthand } from "../shorthand/types";
import { groupBy } from "../text/groupBy";
import { comparablePerson } from "../text/personName";
import type { Item } from "./item";
import type { ActionStatus, ItemAction } from "./itemActions";

/** An action or a decision, of a list or of a line. */
interface Outcome {
  readonly kind: Shorthand["kind"];
  readonly text: string;
  readonly id?: string;
  readonly owners?: readonly string[];
  readonly due?: string;
  readonly status?: string;
}

/**
 * The lines that the lists of the item do not have yet, each once. Two lines are the same with the same words, unless their
 * numbers or due dates differ, or both have owners and none in common; values of only one of them are added to the other.
 */
export function newLines(item: Item, lines: readonly Shorthand[], people: People): readonly Shorthand[] {
  const entries = groupBy(entriesOf(item, people), keyOf);
  const added: Shorthand[] = [];
  const places = new Map<string, number[]>();
  for (const line of lines) {
    const key = keyOf(line);
    if (entries.get(key)?.some((entry) => areSame(entry, line))) continue;
    const known = places.get(key) ?? [];
    const place = known.find((at) => areSame(added[at] ?? line, line));
    const same = place === undefined ? undefined : added[place];
    if (place !== undefined && same) added[place] = withValuesOf(same, line);
    else places.set(key, [...known, added.push(line) - 1]);
  }
  return added;
}

/** The actions of the item, with the values that only lines with the same words have, and the later status. */
export function completedActions(
  item: Item,
  lines: readonly Shorthand[],
  people: People,
): readonly ItemAction[] {
  const byKey = groupBy(lines, keyOf);
  const entries = entriesOf(item, people);
  return item.actions.map((action, at) => {
    const entry = entries[at];
    const same = entry && (byKey.get(keyOf(entry)) ?? []).filter((line) => areSame(entry, line));
    return (same ?? []).reduce(withMissingValues, action);
  });
}

function withMissingValues(action: ItemAction, line: Shorthand): ItemAction {
  if (line.kind !== "action") return action;
  const [due, id] = [action.due ?? line.due, action.id ?? line.id];
  return {
    ...action,
    ...(id !== undefined && { id }),
    ...(due !== undefined && { due }),
    owners: action.owners.length > 0 ? action.owners : line.owners,
    status: action.closed === undefined ? laterStatus(action.status, line.status) : action.status,
  };
}

/** True if an entry of the lists of the item has all that the line says. */
export function hasEntryFor(item: Item, line: Shorthand, people: People): boolean {
  return entriesOf(item, people).some((entry) => keyOf(entry) === keyOf(line) && saysAllOf(entry, line));
}

/** The entries with owners as a line has them: `RJ` as `Roger Jonas`. */
function entriesOf({ actions, decisions }: Item, people: People): readonly Outcome[] {
  return [
    ...actions.map(
      ({ text = "", owners, ...action }): Outcome => ({
        kind: "action",
        text,
        ...action,
        owners: owners.map((owner) => people.find(owner) ?? owner),
      }),
    ),
    ...decisions.map(numberedDecision),
  ];
}

/** `Decision 12: Meet monthly` */
function numberedDecision(decision: string): Outcome {
  const [label = "", id] = /^decision ([\w./-]{1,20}): /i.exec(decision) ?? [];
  return { kind: "decision", text: decision.slice(label.length), ...(id !== undefined && { id }) };
}

function keyOf({ kind, text }: Outcome): string {
  return `${kind} ${comparableText(text)}`;
}

/** For two outcomes with the same words. */
function areSame(a: Outcome, b: Outcome): boolean {
  return (
    areCompatible(a.id?.toLowerCase(), b.id?.toLowerCase()) &&
    areCompatible(a.due, b.due) &&
    mayHaveSameOwners(a, b)
  );
}

function areCompatible(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || a === b;
}

/** True unless both have owners, and none in common: `RJ to report` and `DK to report` are two actions. */
function mayHaveSameOwners({ owners = [] }: Outcome, { owners: others = [] }: Outcome): boolean {
  if (owners.length === 0 || others.length === 0) return true;
  const names = new Set(owners.map(comparablePerson));
  return others.some((owner) => names.has(comparablePerson(owner)));
}

function saysAllOf(entry: Outcome, { kind: _, text: _text, ...line }: Outcome): boolean {
  const names = new Set((entry.owners ?? []).map(comparablePerson));
  return (
    (line.id === undefined || line.id.toLowerCase() === entry.id?.toLowerCase()) &&
    (line.due === undefined || line.due === entry.due) &&
    (line.status === undefined || line.status === "open" || line.status === entry.status) &&
    (line.owners ?? []).every((owner) => names.has(comparablePerson(owner)))
  );
}

const progress: Readonly<Record<ActionStatus, number>> = {
  open: 0,
  "in-progress": 1,
  dropped: 2,
  done: 3,
};

/** Of two statuses the one that an action has last. */
export function laterStatus<T extends ActionStatus>(a: T, b: T): T {
  return progress[b] > progress[a] ? b : a;
}

/** The line with what only the other one says; of two statuses, the later one. */
function withValuesOf(line: Shorthand, other: Shorthand): Shorthand {
  if (line.kind !== "action" || other.kind !== "action") return { ...other, ...line };
  const names = new Set(line.owners.map(comparablePerson));
  return {
    ...other,
    ...line,
    owners: [...line.owners, ...other.owners.filter((owner) => !names.has(comparablePerson(owner)))],
    status: laterStatus(line.status, other.status),
  };
}
