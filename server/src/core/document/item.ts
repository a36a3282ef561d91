/**
 * Reads an item or the meeting head as plain values. Aliases are followed; if a key occurs twice, the last value counts,
 * as in most parsers.
 */
import { isMap } from "yaml";
import { schemaPathOf, titleKey, type UnitKind } from "../schema/itemKinds";
import { isExtensionKey, keysAt, type SchemaPath } from "../schema/schema";
import { printableLines } from "../text/displayText";
import {
  isNoneWord,
  isPlaceholder,
  isPlaceholderAmongValues,
  withoutPlaceholders,
} from "../text/placeholderWord";
import type { Range } from "../text/range";
import { readNames } from "../text/readNames";
import { singleLineLabel } from "../text/singleLineLabel";
import { minuteOfDay } from "../time/timeOfDay";
import { isEmpty, pairOf, rangeOf } from "../yaml/nodes";
import type { Unit } from "./parseBlock";

/** An entry of `answers`. */
export interface ItemAnswer {
  readonly answer: string;
  readonly count?: number;
  readonly unknownKeys: UnknownKeys;
}

/** Keys that the format does not have, with their values as plain JS; without those that begin with `x-`. */
export type UnknownKeys = readonly (readonly [name: string, value: unknown])[];

/** An entry of `actions`. */
export interface ItemAction {
  readonly text?: string;
  readonly owner?: string;
  /** as written */
  readonly due?: string;
  readonly isDone: boolean;
  readonly unknownKeys: UnknownKeys;
}

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

  constructor(unit: Unit) {
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

  text(key: "code" | "community" | "date" | "endDate" | "place" | "series" | "timezone"): string | undefined {
    const text = textIn(this.#unit.value, key);
    if (text === undefined) return undefined;
    const isPlain = key === "place" || key === "series";
    const isMissing = key === "community" ? isPlaceholder(text) : isPlain && isNoneWord(text);
    return isMissing ? undefined : text;
  }

  /** The entries of a list, without `none` and the like; a text instead of the list counts as a list of one. */
  texts(key: "chairs" | "decisions" | "speakers"): readonly string[] {
    return withoutPlaceholders(listIn(this.#unit.value, key).flatMap((value) => asText(value) ?? []));
  }

  /**
   * Names of speakers, chairs and owners of actions, as written: they may be blank or span lines. A text instead of a list
   * is several names if it can only be read so.
   */
  get people(): readonly string[] {
    const { value } = this.#unit;
    const owners = listIn(value, "actions").map((action) => valueIn(action, "owner"));
    return [namesIn(value, "speakers"), namesIn(value, "chairs"), owners].flatMap((names) =>
      withoutPlaceholders(names.flatMap((name) => (typeof name === "string" ? name : (asText(name) ?? [])))),
    );
  }

  /** Markdown without blank lines around it; undefined for `none` and the like. */
  prose(key: "context" | "notes"): string | undefined {
    const value = valueIn(this.#unit.value, key);
    const text = typeof value === "string" ? printableLines(value.replaceAll(/\r\n?/g, "\n").trimEnd()) : "";
    const isMissing = text.trim() === "" || isPlaceholderAmongValues(text);
    return isMissing ? undefined : text.replace(/^\n+/, "");
  }

  get unknownKeys(): UnknownKeys {
    return unknownIn(this.#unit.value, schemaPathOf(this.kind));
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
    if (this.kind === "meeting" || !isMap(this.#unit.node)) return false;
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
    const address = textIn(this.#unit.value, "url");
    return address !== undefined && /^https?:\/\/\S+$/.test(address) ? address : undefined;
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
          unknownKeys: unknownIn(value, [...schemaPathOf(this.kind), "answers", 0]),
        },
      ];
    });
  }

  /** An action; plain text such as `- Ask again` is accepted although the format requires a key. */
  get actions(): readonly ItemAction[] {
    return listIn(this.#unit.value, "actions").flatMap((value): readonly ItemAction[] => {
      const text = valueOrNothing(textIn(value, "text") ?? asText(value));
      const [owner, due] = [valueOrNothing(textIn(value, "owner")), valueOrNothing(textIn(value, "due"))];
      if (text === undefined && owner === undefined && due === undefined) return [];
      return [
        {
          ...(text !== undefined && { text }),
          ...(owner !== undefined && { owner }),
          ...(due !== undefined && { due }),
          isDone: textIn(value, "status") === "done",
          unknownKeys: unknownIn(value, [...schemaPathOf(this.kind), "actions", 0]),
        },
      ];
    });
  }
}

function unknownIn(map: unknown, path: SchemaPath): UnknownKeys {
  if (typeof map !== "object" || map === null || Array.isArray(map)) return [];
  const known = keysAt(path);
  return Object.entries(map).filter(([name]) => !known.includes(name) && !isExtensionKey(name));
}

function valueIn(map: unknown, key: string): unknown {
  return typeof map === "object" && map !== null && !Array.isArray(map) && Object.hasOwn(map, key)
    ? (map as Readonly<Record<string, unknown>>)[key]
    : undefined;
}

function textIn(map: unknown, key: string): string | undefined {
  return asText(valueIn(map, key));
}

function asText(value: unknown): string | undefined {
  const isPlain = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  return (isPlain && singleLineLabel(String(value))) || undefined;
}

/** Undefined for `none`, `tbd` and the like. */
function valueOrNothing(text: string | undefined): string | undefined {
  return text === undefined || isPlaceholder(text) ? undefined : text;
}

function listIn(map: unknown, key: string): readonly unknown[] {
  const value = valueIn(map, key);
  return Array.isArray(value) ? value : value == null ? [] : [value];
}

/** The entries of a list of names, or the names in a text. */
function namesIn(map: unknown, key: string): readonly unknown[] {
  const value = valueIn(map, key);
  if (typeof value !== "string" || value.includes("\n")) return listIn(map, key);
  const [names, ...others] = readNames(value);
  return names && others.length === 0 ? names : [value];
}

/** A number of people. */
function countIn(map: unknown, key: string): number | undefined {
  const value = valueIn(map, key);
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}
