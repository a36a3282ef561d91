/** YAML values as people write them: what stands behind a key's colon, and the lines below it. */

export type Value =
  | { readonly kind: "scalar"; readonly text: string; readonly props?: string; readonly remark?: string }
  | { readonly kind: "literal"; readonly head: string; readonly lines: readonly string[] }
  | {
      readonly kind: "list";
      readonly entries: readonly Value[];
      readonly look: Look;
      readonly props?: string;
    }
  | {
      readonly kind: "map";
      readonly pairs: readonly (readonly [key: string, value: Value])[];
      readonly look: Look;
      readonly props?: string;
    };

/** How a collection is laid out. */
export interface Look {
  readonly isFlow: boolean;
  /** a flow collection over several lines */
  readonly isTall: boolean;
  /** columns past the parent's own */
  readonly indent: number;
  /** columns between a dash and its entry */
  readonly gap: number;
  /** a comment above the second entry, behind a flow collection */
  readonly remark?: string;
}

export interface Laid {
  /** behind the colon or the dash; may be empty */
  readonly head: string;
  /** below, with their indentation */
  readonly below: readonly string[];
}

/** A value whose parent's keys or dashes stand at `column`. */
export function laid(value: Value, column: number): Laid {
  if (value.kind === "scalar") return { head: ink(value.props, value.text, value.remark), below: [] };
  if (value.kind === "literal") {
    const lead = " ".repeat(column + 2);
    return { head: value.head, below: value.lines.map((line) => (line === "" ? "" : lead + line)) };
  }
  if (value.look.isFlow) return flow(value, column);
  return {
    head: value.props ?? "",
    below: value.kind === "list" ? dashes(value, column) : keys(value, column),
  };
}

/** The value as it can stand within a flow collection. */
function inline(value: Value): string {
  if (value.kind === "scalar") return ink(value.props, value.text);
  if (value.kind === "literal") return JSON.stringify(value.lines.join("\n"));
  const inner =
    value.kind === "list"
      ? value.entries.map(inline)
      : value.pairs.map(([key, own]) => ink(`${key}:`, inline(own)));
  return ink(value.props, value.kind === "list" ? `[${inner.join(", ")}]` : `{${inner.join(", ")}}`);
}

function flow(value: Exclude<Value, { kind: "scalar" | "literal" }>, column: number): Laid {
  const { look, props } = value;
  if (!look.isTall) return { head: ink(inline(value), look.remark), below: [] };
  const parts =
    value.kind === "list"
      ? value.entries.map(inline)
      : value.pairs.map(([key, own]) => ink(`${key}:`, inline(own)));
  const lead = " ".repeat(column + 1 + look.indent);
  const [open, close] = value.kind === "list" ? ["[", "]"] : ["{", "}"];
  const lines = parts.map((part, at) => ink(`${lead}${part},`, at === 0 ? look.remark : undefined));
  return { head: ink(props, open), below: [...lines, `${" ".repeat(column + 1)}${close}`] };
}

function dashes({ entries, look }: Extract<Value, { kind: "list" }>, column: number): readonly string[] {
  const at = column + look.indent;
  return entries.flatMap((entry, index) => {
    const inner = at + 1 + look.gap;
    return [...remarkAbove(index, look, at), ...entryLines(entry, at, inner, look.gap)];
  });
}

/** `- title: x` for a map, its further keys below the first one. */
function entryLines(entry: Value, at: number, inner: number, gap: number): readonly string[] {
  const dash = `${" ".repeat(at)}-${" ".repeat(gap)}`;
  if (entry.kind === "map" && !entry.look.isFlow && entry.pairs.length > 0 && entry.props === undefined) {
    const [first = "", ...rest] = keys({ ...entry, look: { ...entry.look, indent: 0 } }, inner);
    return [dash + first.trimStart(), ...rest];
  }
  const { head, below } = laid(entry, at);
  return [(dash + head).trimEnd(), ...below];
}

function keys({ pairs, look }: Extract<Value, { kind: "map" }>, column: number): readonly string[] {
  const at = column + look.indent;
  return pairs.flatMap(([key, value], index) => {
    const { head, below } = laid(value, at);
    return [...remarkAbove(index, look, at), ink(`${" ".repeat(at)}${key}:`, head), ...below];
  });
}

function remarkAbove(index: number, { remark }: Look, at: number): readonly string[] {
  return index === 1 && remark !== undefined ? [" ".repeat(at) + remark] : [];
}

function ink(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join(" ");
}
