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
  const entries = groupBy(entriesOf(item, people).map(comparable), ({ key }) => key);
  const added: Shorthand[] = [];
  const places = new Map<string, (Comparable & { readonly at: number })[]>();
  for (const line of lines) {
    const compared = comparable(line);
    const { key } = compared;
    if (entries.get(key)?.some((entry) => areSame(entry, compared))) continue;
    const known = places.get(key) ?? [];
    const index = known.findIndex((other) => areSame(other, compared));
    const at = known[index]?.at ?? added.length;
    const same = added[at];
    added[at] = same ? withValuesOf(same, line) : line;
    known[index < 0 ? known.length : index] = { ...comparable(added[at]), at };
    places.set(key, known);
  }
  return added;
}

/** The actions of the item, with the values that only lines with the same words have, and the later status. */
export function completedActions(
  item: Item,
  lines: readonly Shorthand[],
  people: People,
): readonly ItemAction[] {
  const byKey = groupBy(lines.map(comparable), ({ key }) => key);
  const entries = entriesOf(item, people).map(comparable);
  return item.actions.map((action, at) => {
    const entry = entries[at];
    const same = entry && (byKey.get(entry.key) ?? []).filter((line) => areSame(entry, line));
    return (same ?? []).map(({ outcome }) => outcome).reduce(withMissingValues, action);
  });
}

/** @returns a test that is true if an entry of the lists of the item has all that a line says */
export function entryTest(item: Item, people: People): (line: Shorthand) => boolean {
  const entries = groupBy(entriesOf(item, people).map(comparable), ({ key }) => key);
  return (line) => {
    const compared = comparable(line);
    return entries.get(compared.key)?.some((entry) => saysAllOf(entry, compared)) ?? false;
  };
}

/** An outcome in the form in which it is compared. */
interface Comparable<T extends Outcome = Outcome> {
  /** equal for outcomes with the same words */
  readonly key: string;
  readonly outcome: T;
  readonly id: string | undefined;
  readonly names: ReadonlySet<string>;
}

function comparable<T extends Outcome>(outcome: T): Comparable<T> {
  const { kind, text, id, owners = [] } = outcome;
  return {
    key: `${kind} ${comparableText(text)}`,
    outcome,
    id: id?.toLowerCase(),
    names: new Set(owners.map(comparablePerson)),
  };
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

/** For two outcomes with the same words. */
function areSame(a: Comparable, b: Comparable): boolean {
  return areCompatible(a.id, b.id) && areCompatible(a.outcome.due, b.outcome.due) && mayHaveSameOwners(a, b);
}

function areCompatible(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || a === b;
}

/** True unless both have owners, and none in common: `RJ to report` and `DK to report` are two actions. */
function mayHaveSameOwners({ names }: Comparable, { names: others }: Comparable): boolean {
  return names.size === 0 || others.size === 0 || [...others].some((name) => names.has(name));
}

function saysAllOf(entry: Comparable, { outcome: line, id, names }: Comparable): boolean {
  const { due, status } = entry.outcome;
  return (
    (id === undefined || id === entry.id) &&
    (line.due === undefined || line.due === due) &&
    (line.status === undefined || line.status === "open" || line.status === status) &&
    [...names].every((name) => entry.names.has(name))
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
