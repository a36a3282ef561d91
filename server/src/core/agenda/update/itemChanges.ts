/** The changes of one item or session that the agenda has. */
import { isMap } from "yaml";
import type { PlacedUnit } from "../../document/blockDocument";
import { Item } from "../../document/item";
import { comparableSession } from "../../document/itemDay";
import type { Unit } from "../../document/parseBlock";
import type { Person } from "../../document/persons";
import { listIn, textIn, valueIn } from "../../document/plainValues";
import { schemaPathOf, titleKey } from "../../schema/itemKinds";
import { keysAt } from "../../schema/schema";
import { groupInsertions } from "../../text/groupInsertions";
import { shiftRange } from "../../text/range";
import { singleLineLabel } from "../../text/singleLineLabel";
import { timeOfDay } from "../../time/timeOfDay";
import { resolvedZone } from "../../time/timeZone";
import { pairsOf } from "../../yaml/nodes";
import type { AgendaContribution, AgendaEntry, AgendaSession } from "../agenda";
import { pageKey } from "./addresses";
import type { ChangeKind, DraftChange } from "./change";
import { type EditedMap, type FieldEdit, removeField, setField } from "./fieldEdits";
import { type FileEntry, hasFormula, missingKey } from "./fileEntries";
import { linksEdit, personsEdit } from "./listFields";
import { hasText, partsEdit } from "./partsField";
import { knowsDetails, type Schedule } from "./schedule";
import type { SourceLists } from "./sourceLists";
import { instead, labelOf, nameInLabel, namesInLabel } from "./wording";

/** A key that changes, and the words for it. */
interface Difference {
  readonly field: FieldEdit;
  readonly phrase: string;
}

/** Differences that make one change. */
interface Group {
  readonly kind: ChangeKind;
  readonly differences: readonly Difference[];
}

/** The changes of an entry of `contributions`. */
export function entryChanges(
  placed: PlacedUnit,
  wanted: AgendaEntry,
  schedule: Schedule,
): readonly DraftChange[] {
  return changesOf(placed, (target, item) => {
    const isContribution = wanted.kind === "contribution" && placed.summary.kind === "contributions";
    const hasOwnName = isContribution || (wanted.kind === "break" && placed.summary.kind === "breaks");
    return [
      returned(target),
      {
        kind: "renamed",
        differences:
          hasOwnName && !(schedule.isLoose && hasFormula(item.title))
            ? titleDifference(target, item, wanted.title)
            : [],
      },
      { kind: "moved", differences: timedDifferences(target, item, wanted, schedule) },
      {
        kind: "changed",
        differences: isContribution ? contentDifferences(target, wanted, schedule.lists) : [],
      },
    ];
  });
}

export function sessionChanges(
  placed: PlacedUnit,
  wanted: AgendaSession,
  { agenda: { meeting }, placeAround }: Schedule,
): readonly DraftChange[] {
  const place = wanted.place ?? placeAround(wanted);
  return changesOf(placed, (target, item) => [
    returned(target),
    { kind: "renamed", differences: titleDifference(target, item, wanted.title) },
    ...(knowsDetails(wanted)
      ? sessionDetails(target, item, wanted, { day: wanted.date ?? meeting.date, place })
      : []),
  ]);
}

/** The day and the place may be those of the meeting. */
function sessionDetails(
  target: EditedMap,
  item: Item,
  wanted: AgendaSession,
  { day, place }: { readonly day: string | undefined; readonly place: string | undefined },
): readonly Group[] {
  const isComplete = wanted.isComplete === true;
  return [
    {
      kind: "moved",
      differences: present([
        wanted.date === undefined && day !== item.text("date")
          ? day === undefined
            ? undefined
            : removedValue(target, "date", item.text("date"), day)
          : dayDifference(target, item, "date", wanted.date),
        isComplete && wanted.start === undefined && item.has("start")
          ? difference(removeField(target, "start"), instead("start", undefined, startText(item)))
          : startDifference(target, item, wanted.start),
        isComplete && wanted.duration === undefined && item.has("duration")
          ? difference(removeField(target, "duration"), "no duration")
          : durationDifference(target, item, wanted.duration),
        wanted.place === undefined && place !== undefined && !isSameText(item.text("place"), place)
          ? removedValue(target, "place", item.text("place"), place)
          : placeDifference(target, item, wanted.place),
      ]),
    },
    {
      kind: "changed",
      differences: present([
        personsDifference(target, "conveners", wanted.conveners, isComplete),
        urlDifference(target, wanted.url),
      ]),
    },
  ];
}

/** The changes of the meeting head. */
export function headChanges(
  placed: PlacedUnit,
  { agenda: { meeting: wanted, isPartial }, lists }: Schedule,
): readonly DraftChange[] {
  const { title, timezone } = wanted;
  return changesOf(placed, (target, item) => {
    const lastDay = item.text("endDate");
    const hasOneDay =
      !isPartial && wanted.date !== undefined && wanted.endDate === undefined && wanted.url !== undefined;
    return [
      { kind: "renamed", differences: title === undefined ? [] : titleDifference(target, item, title) },
      {
        kind: "moved",
        differences: present([
          dayDifference(target, item, "date", wanted.date),
          hasOneDay && lastDay !== undefined
            ? difference(removeField(target, "endDate"), instead("last day", undefined, lastDay))
            : dayDifference(target, item, "endDate", wanted.endDate),
          placeDifference(target, item, wanted.place),
        ]),
      },
      {
        kind: "changed",
        differences: present([
          timezone === undefined || isSameZone(item.text("timezone"), timezone)
            ? undefined
            : difference(
                setField(target, "timezone", { kind: "text", text: timezone }),
                instead("time zone", timezone, item.text("timezone")),
              ),
          personsDifference(target, "chairs", wanted.chairs, lists.isComplete("chairs")),
          urlDifference(target, wanted.url),
          linksDifference(target, linksEdit(target, wanted.links, wanted.url, lists)),
          dayDifference(target, item, "nextMeeting", wanted.nextMeeting),
        ]),
      },
    ];
  });
}

/** Marks an item that is no longer in the agenda. */
export function missingChange({ placed, title, isMarked }: FileEntry): readonly DraftChange[] {
  if (!placed || isMarked) return [];
  const mark = { kind: "source", source: { source: "true", plain: true } } as const;
  const changes = changesOf(placed, (target, item) => {
    const field = setField({ ...target, keys: [titleKey(item.kind)] }, missingKey, mark);
    return [{ kind: "missing", differences: present([difference(field, "")]) }];
  });
  return changes.map((change) => ({ ...change, label: `${nameInLabel(title)} is not in the agenda` }));
}

/** Gives an item that the agenda does not have the new name of its session. */
export function followSession(placed: PlacedUnit, session: string): readonly DraftChange[] {
  return changesOf(placed, (target, item) => [
    { kind: "moved", differences: present([sessionDifference(target, item.text("session"), session)]) },
  ]);
}

function changesOf(
  placed: PlacedUnit,
  groupsOf: (target: EditedMap, item: Item) => readonly Group[],
): readonly DraftChange[] {
  const { start, summary } = placed;
  return placed.withUnit((unit) => {
    const target = targetOf(unit, placed);
    if (!target) return [];
    return groupsWithout(target, new Item(unit), groupsOf)
      .filter(({ differences }) => differences.length > 0)
      .map(({ kind, differences }): DraftChange => {
        const fields = differences.map(({ field }) => field);
        const edits = groupInsertions(fields.flatMap((field) => field.edits));
        const phrases = differences.map(({ phrase }) => phrase);
        const isMeeting = summary.kind === "meeting";
        return {
          kind,
          label:
            kind === "returned"
              ? `${nameInLabel(summary.title)} is in the agenda again`
              : labelOf(isMeeting ? "Meeting" : summary.title, phrases),
          range: shiftRange(summary.titleRange, start),
          edits: edits.map((edit) => ({ ...edit, ...shiftRange(edit, start) })),
          effect: { kind: "fields", placed, value: unit.value, fields },
        };
      });
  });
}

/** No key is added after one that another change removes. */
function groupsWithout(
  target: EditedMap,
  item: Item,
  groupsOf: (target: EditedMap, item: Item) => readonly Group[],
): readonly Group[] {
  const groups = groupsOf(target, item);
  const fields = groups.flatMap(({ differences }) => differences.map(({ field }) => field));
  const removed = fields.filter(({ expected }) => expected === undefined).map(({ key }) => key);
  if (removed.length === 0 || removed.length === fields.length) return groups;
  return groupsOf({ ...target, keys: target.keys.filter((key) => !removed.includes(key)) }, item);
}

function targetOf({ node, value, kind, isConverted }: Unit, { block }: PlacedUnit): EditedMap | undefined {
  if (!isMap(node) || !isConverted || pairsOf(node).length === 0) return undefined;
  return { text: block.text, map: node, value, keys: keysAt(schemaPathOf(kind)) };
}

function returned(target: EditedMap): Group {
  const isMarked = valueIn(target.value, missingKey) !== undefined;
  return {
    kind: "returned",
    differences: isMarked ? present([difference(removeField(target, missingKey), "")]) : [],
  };
}

function timedDifferences(
  target: EditedMap,
  item: Item,
  wanted: AgendaEntry,
  schedule: Schedule,
): readonly Difference[] {
  const session = item.text("session");
  const isStale = wanted.session === undefined && session !== undefined && schedule.knowsSession(session);
  const sessionAfter = wanted.session ?? (isStale ? undefined : session);
  const [day, ownDay] = [wanted.date ?? schedule.agendaDay(wanted.session), item.text("date")];
  const [place, ownPlace] = [wanted.place ?? schedule.agendaPlace(wanted.session), item.text("place")];
  const defaultDay = schedule.defaultDay(sessionAfter);
  const defaultPlace = schedule.defaultPlace(sessionAfter);
  // a text may have the room alone
  const isPartOfPlace =
    schedule.isLoose &&
    wanted.place !== undefined &&
    (ownPlace ?? defaultPlace)?.includes(wanted.place) === true;
  const keepsPlace = isPartOfPlace || (wanted.place === undefined && !schedule.hasPlaces);
  const startAfter = wanted.start === undefined && schedule.hasStarts ? undefined : wanted.start;
  return present([
    isStale
      ? difference(removeField(target, "session"), instead("session", undefined, session))
      : sessionDifference(target, session, wanted.session),
    day === undefined || (ownDay ?? defaultDay) === day
      ? undefined
      : ownDay !== undefined && defaultDay === day
        ? difference(removeField(target, "date"), instead("date", day, ownDay))
        : dayDifference(target, item, "date", day, defaultDay),
    startAfter === undefined && schedule.hasStarts && item.has("start")
      ? difference(removeField(target, "start"), instead("start", undefined, startText(item)))
      : startDifference(target, item, wanted.start),
    durationDifference(target, item, wanted.duration),
    keepsPlace
      ? undefined
      : place === undefined
        ? removedValue(target, "place", ownPlace, undefined)
        : isSameText(ownPlace ?? defaultPlace, place)
          ? undefined
          : isSameText(defaultPlace, place)
            ? difference(removeField(target, "place"), instead("place", place, ownPlace))
            : placeDifference(target, item, place),
  ]);
}

/** @param inherited the value of an item without the key */
function removedValue(
  target: EditedMap,
  key: "date" | "place",
  before: string | undefined,
  inherited: string | undefined,
): Difference | undefined {
  if (before === undefined) return undefined;
  return difference(removeField(target, key), instead(key, inherited, before));
}

function contentDifferences(
  target: EditedMap,
  wanted: AgendaContribution,
  lists: SourceLists,
): readonly Difference[] {
  const { value } = target;
  const { abstract } = wanted;
  return present([
    personsDifference(target, "speakers", wanted.speakers, lists.isComplete("speakers")),
    urlDifference(target, wanted.url),
    linksDifference(target, linksEdit(target, wanted.links, wanted.url ?? textIn(value, "url"), lists)),
    abstract === undefined || hasText(value, "abstract")
      ? undefined
      : difference(setField(target, "abstract", { kind: "prose", text: abstract }), "abstract"),
    partsDifference(target, wanted, lists),
  ]);
}

function partsDifference(
  target: EditedMap,
  { parts }: AgendaContribution,
  lists: SourceLists,
): Difference | undefined {
  const change = partsEdit(target, parts, lists);
  if (!change) return undefined;
  const { field, missing, returned } = change;
  const phrases = [
    ...(missing.length === 0 ? [] : [`parts that are not in the agenda: ${namesInLabel(missing)}`]),
    ...(returned.length === 0 ? [] : [`parts that are in the agenda again: ${namesInLabel(returned)}`]),
  ];
  return { field, phrase: phrases.length === 0 ? "parts" : phrases.join(", ") };
}

function titleDifference(target: EditedMap, item: Item, title: string): readonly Difference[] {
  if (isSameText(item.title, title)) return [];
  const field = setField(target, titleKey(item.kind), { kind: "text", text: title });
  return present([difference(field, `now “${nameInLabel(title)}”`)]);
}

function sessionDifference(
  target: EditedMap,
  before: string | undefined,
  after: string | undefined,
): Difference | undefined {
  const isSame =
    before !== undefined && after !== undefined && comparableSession(before) === comparableSession(after);
  if (after === undefined || isSame) return undefined;
  return difference(
    setField(target, "session", { kind: "text", text: after }),
    `session ${instead("session", after, before).replace(/^session /, "")}`,
  );
}

const dayNames = { date: "date", endDate: "last day", nextMeeting: "next meeting" };

/** @param inherited the day of an item without a date */
function dayDifference(
  target: EditedMap,
  item: Item,
  key: keyof typeof dayNames,
  day: string | undefined,
  inherited?: string,
): Difference | undefined {
  const before = item.text(key);
  if (day === undefined || before === day) return undefined;
  const field = setField(target, key, { kind: "source", source: { source: day, plain: day } });
  return difference(field, instead(dayNames[key], day, before ?? inherited));
}

function startDifference(target: EditedMap, item: Item, start: number | undefined): Difference | undefined {
  if (start === undefined || item.start === start) return undefined;
  const time = timeOfDay(start);
  const source = { source: `"${time}"`, plain: time };
  return difference(
    setField(target, "start", { kind: "source", source }),
    instead("start", time, startText(item)),
  );
}

function startText({ start }: Item): string | undefined {
  return start === undefined ? undefined : timeOfDay(start);
}

function durationDifference(
  target: EditedMap,
  item: Item,
  duration: number | undefined,
): Difference | undefined {
  if (duration === undefined || item.duration === duration) return undefined;
  const source = { source: String(duration), plain: duration };
  const before = item.duration === undefined ? undefined : String(item.duration);
  return difference(
    setField(target, "duration", { kind: "source", source }),
    instead("duration", `${duration} minutes`, before),
  );
}

function placeDifference(target: EditedMap, item: Item, place: string | undefined): Difference | undefined {
  if (place === undefined || isSameText(item.text("place"), place)) return undefined;
  return difference(
    setField(target, "place", { kind: "text", text: place }),
    instead("place", place, item.text("place")),
  );
}

function personsDifference(
  target: EditedMap,
  key: "chairs" | "conveners" | "speakers",
  persons: readonly Person[],
  isComplete: boolean,
): Difference | undefined {
  const names = namesInLabel(persons.map(({ name }) => name));
  const phrase = persons.length === 0 ? `no ${key}` : `${key} ${names}`;
  return difference(personsEdit(target, key, persons, isComplete), phrase);
}

function urlDifference(target: EditedMap, url: string | undefined): Difference | undefined {
  const before = textIn(target.value, "url");
  if (url === undefined || (before !== undefined && pageKey(before) === pageKey(url))) return undefined;
  return difference(setField(target, "url", { kind: "text", text: url }), `address ${url}`);
}

function linksDifference(target: EditedMap, field: FieldEdit | undefined): Difference | undefined {
  const textOf = (link: unknown): string => `${textIn(link, "title")} ${textIn(link, "url")}`;
  const titleOf = (link: unknown): string => textIn(link, "title") ?? textIn({ link }, "link") ?? "Link";
  const before = listIn(target.value, "links");
  const after: readonly unknown[] = Array.isArray(field?.expected) ? field.expected : [];
  const [known, remaining] = [new Set(before.map(textOf)), new Set(after.map(titleOf))];
  const changed = after.filter((link) => !known.has(textOf(link))).map(titleOf);
  const removed = before.map(titleOf).filter((title) => !remaining.has(title));
  const phrases = [
    ...(changed.length === 0 ? [] : [`links ${namesInLabel(changed)}`]),
    ...(removed.length === 0 || changed.length > 0 ? [] : [`no longer the links ${namesInLabel(removed)}`]),
  ];
  return difference(field, phrases.join(", ") || "links");
}

function difference(field: FieldEdit | undefined, phrase: string): Difference | undefined {
  return field && { field, phrase };
}

function present(differences: readonly (Difference | undefined)[]): readonly Difference[] {
  return differences.filter((one) => one !== undefined);
}

/** True for two names of one zone, such as `US/Eastern` and `America/New_York`. */
function isSameZone(left: string | undefined, right: string): boolean {
  return left === right || (left !== undefined && zoneKey(left) === zoneKey(right));
}

function zoneKey(zone: string): string {
  return resolvedZone(zone) ?? zone;
}

function isSameText(left: string | undefined, right: string): boolean {
  return left !== undefined && singleLineLabel(left) === singleLineLabel(right);
}
