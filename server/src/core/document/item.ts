/**
 * Reads an item or the meeting head as plain values. Aliases are followed; if a key occurs twice, the last value counts,
 * as in most parsers.
 */
import { isMap } from "yaml";
import { isItemKind, schemaPathOf, titleKey, type UnitKind } from "../schema/itemKinds";
import { type PeopleKey, peopleKeys } from "../schema/keyKinds";
import type { SchemaPath } from "../schema/schema";
import { withoutLineComments } from "../text/comments";
import { printableLines } from "../text/displayText";
import {
  isNoneWord,
  isPlaceholder,
  isPlaceholderAmongValues,
  withoutPlaceholders,
} from "../text/placeholderWord";
import type { Range } from "../text/range";
import { minuteOfDay } from "../time/timeOfDay";
import { isEmpty, pairOf, rangeOf } from "../yaml/nodes";
import { actionOf, type ItemAction, type UnknownKeys, unknownKeysIn } from "./itemActions";
import type { Unit } from "./parseBlock";
import { type Person, personsIn, writtenNamesIn } from "./persons";
import { addressIn, asText, countIn, listIn, textIn, valueIn } from "./plainValues";

/** An entry of `answers`. */
export interface ItemAnswer {
  readonly answer: string;
  readonly count?: number;
  readonly unknownKeys: UnknownKeys;
}

/** An entry of `links`; a text instead of the entry is its address. */
export interface ItemLink {
  readonly title?: string;
  /** an http or https address */
  readonly url: string;
}

/** The keys of a text in one line. */
type TextKey =
  | "code"
  | "community"
  | "date"
  | "endDate"
  | "nextMeeting"
  | "place"
  | "series"
  | "session"
  | "status"
  | "timezone";

/** minutes, as in the schema; a longer duration is an error, not a length of time */
const maxDuration = 24 * 60;

/**
 * Values are read on request. An `Item` holds the nodes of its unit, so it is created on demand and not cached; blocks
 * cache an `ItemSummary`. Texts are one line without control characters; numbers and booleans count as text, and a blank
 * text, a list or a mapping is undefined.
 */
export class Item {
  readonly kind: UnitKind;
  /** relative to the block, like all ranges here */
  readonly range: Range;
  readonly #unit: Unit;
  readonly #path: SchemaPath;

  /** @param path in the schema, for a part of a unit */
  constructor(unit: Unit, path: SchemaPath = schemaPathOf(unit.kind)) {
    this.#path = path;
    this.kind = unit.kind;
    this.range = unit.range;
    this.#unit = unit;
  }

  /** The title, question or topic, or the text of `- Coffee`; empty if there is no title. */
  get title(): string {
    return textIn(this.#unit.value, titleKey(this.kind)) ?? asText(this.#unit.value) ?? "";
  }

  /** The range of the title, otherwise that of its key, otherwise that of the unit's first character. */
  get titleRange(): Range {
    const { node, range } = this.#unit;
    const pair = pairOf(node, titleKey(this.kind));
    if (pair) return pair.value && !isEmpty(pair.value) ? rangeOf(pair.value) : rangeOf(pair.key);
    return isMap(node) || !this.title ? { ...range, end: Math.min(range.end, range.start + 1) } : range;
  }

  /** True if the key has a value of any type. */
  has(key: string): boolean {
    return valueIn(this.#unit.value, key) != null && !isEmpty(pairOf(this.#unit.node, key)?.value);
  }

  /** The range of a key's value; undefined if the unit is not a mapping or has no such key. */
  rangeOf(key: string): Range | undefined {
    const value = pairOf(this.#unit.node, key)?.value;
    return value ? rangeOf(value) : undefined;
  }

  text(key: TextKey): string | undefined {
    const text = textIn(this.#unit.value, key);
    if (text === undefined) return undefined;
    const isPlain = key === "place" || key === "series" || key === "session";
    const isMissing = key === "community" ? isPlaceholder(text) : isPlain && isNoneWord(text);
    return isMissing ? undefined : text;
  }

  /** The decisions, without `none` and the like and without comments; a text instead of the list counts as a list of one. */
  get decisions(): readonly string[] {
    const texts = listIn(this.#unit.value, "decisions").flatMap((value) => asText(value) ?? []);
    return withoutPlaceholders(texts.map(withoutLineComments).filter((text) => text !== ""));
  }

  /** The persons of a list, without `none` and the like; a text instead of the list counts as a list of one. */
  persons(key: PeopleKey): readonly Person[] {
    return personsIn(this.#unit.value, key);
  }

  /** The names of the persons of a list. */
  names(key: PeopleKey): readonly string[] {
    return this.persons(key).map(({ name }) => name);
  }

  /** Names of persons and owners of actions, as written: they may be blank or span lines. */
  get people(): readonly string[] {
    const { value } = this.#unit;
    const owned = [value, ...listIn(value, "actions")];
    return [
      ...peopleKeys.flatMap((key) => writtenNamesIn(value, key)),
      ...listIn(value, "parts").flatMap((part) => writtenNamesIn(part, "speakers")),
      ...owned.flatMap((action) => [...writtenNamesIn(action, "owner"), ...writtenNamesIn(action, "owners")]),
    ];
  }

  /** Links with an http or https address. */
  get links(): readonly ItemLink[] {
    return listIn(this.#unit.value, "links").flatMap((value): readonly ItemLink[] => {
      const url = addressIn(value, "url") ?? addressIn({ url: value }, "url");
      if (url === undefined) return [];
      const title = textIn(value, "title");
      return [{ url, ...(title !== undefined && { title }) }];
    });
  }

  /** The parts of a contribution. */
  get parts(): readonly Item[] {
    const { value, range, kind } = this.#unit;
    const path = [...this.#path, "parts", 0];
    return listIn(value, "parts").map(
      (part) => new Item({ kind, node: null, range, value: part, isConverted: true }, path),
    );
  }

  /** Markdown without blank lines around it; undefined for `none` and the like. */
  prose(key: "abstract" | "context" | "notes"): string | undefined {
    const value = valueIn(this.#unit.value, key);
    const text = typeof value === "string" ? printableLines(value.replaceAll(/\r\n?/g, "\n").trimEnd()) : "";
    const isMissing = text.trim() === "" || isPlaceholderAmongValues(text);
    return isMissing ? undefined : text.replace(/^\n+/, "");
  }

  get unknownKeys(): UnknownKeys {
    return unknownKeysIn(this.#unit.value, this.#path);
  }

  /** Theme references as written. */
  get themes(): readonly string[] {
    const themes = valueIn(this.#unit.value, "themes");
    return Array.isArray(themes) ? themes.filter((theme) => typeof theme === "string") : [];
  }

  /** True for `themes: none`. */
  get hasThemesNone(): boolean {
    return valueIn(this.#unit.value, "themes") === "none";
  }

  /** True for an item without `themes`, or with an empty value, `[]` or only empty entries. */
  get isUntagged(): boolean {
    if (!isItemKind(this.kind) || !isMap(this.#unit.node) || this.has("break")) return false;
    const themes = valueIn(this.#unit.value, "themes");
    const isEmptyList = Array.isArray(themes) && themes.every((theme) => theme === null);
    return isEmptyList || isEmpty(pairOf(this.#unit.node, "themes")?.value);
  }

  /** Minutes after midnight; undefined if `start` is not a time of day. */
  get start(): number | undefined {
    const value = valueIn(this.#unit.value, "start");
    return typeof value === "string" ? minuteOfDay(value) : undefined;
  }

  /** Minutes, more than 0 and at most `maxDuration`. */
  get duration(): number | undefined {
    const value = valueIn(this.#unit.value, "duration");
    return typeof value === "number" && value > 0 && value <= maxDuration ? value : undefined;
  }

  /** An http or https address. */
  get url(): string | undefined {
    return addressIn(this.#unit.value, "url");
  }

  /** How many people responded. */
  get responses(): number | undefined {
    return countIn(this.#unit.value, "responses");
  }

  /** `- Yes` counts as an answer too. */
  get answers(): readonly ItemAnswer[] {
    return listIn(this.#unit.value, "answers").flatMap((value): readonly ItemAnswer[] => {
      const [answer, count] = [textIn(value, "answer") ?? asText(value), countIn(value, "count")];
      if (answer === undefined) return [];
      return [
        {
          answer,
          ...(count !== undefined && { count }),
          unknownKeys: unknownKeysIn(value, [...this.#path, "answers", 0]),
        },
      ];
    });
  }

  /** The actions; the unit itself if it is an entry of the list of actions of the meeting. */
  get actions(): readonly ItemAction[] {
    const { value } = this.#unit;
    if (this.kind === "actions") return [actionOf(value, this.#path) ?? []].flat();
    return listIn(value, "actions").flatMap(
      (action) => actionOf(action, [...this.#path, "actions", 0]) ?? [],
    );
  }
}
