/** YAML values as people write them: the text after a key's colon, and the lines below it. */

export type Value =
  | { readonly kind: "scalar"; readonly text: string; readonly props?: string; readonly remark?: string }
  | { readonly kind: "literal"; readonly head: string; readonly lines: readonly string[] }
  | {
      readonly kind: "list";
      readonly entries: readonly Value[];
      readonly look: LayoutStyle;
      readonly props?: string;
    }
  | {
      readonly kind: "map";
      readonly pairs: readonly (readonly [key: string, value: Value])[];
      readonly look: LayoutStyle;
      readonly props?: string;
    };

/** How a collection is laid out. */
export interface LayoutStyle {
  readonly isFlow: boolean;
  /** a flow collection over several lines */
  readonly isMultiline: boolean;
  /** columns past the parent's own */
  readonly indent: number;
  /** columns between a dash and its entry */
  readonly spaces: number;
  /** a comment above the second entry, after a flow collection */
  readonly comment?: string;
}

export interface LaidOutValue {
  /** after the colon or the dash; may be empty */
  readonly firstLine: string;
  /** below, with their indentation */
  readonly furtherLines: readonly string[];
}

/** A value whose parent's keys or dashes are at `column`. */
export function layOutValue(value: Value, column: number): LaidOutValue {
  if (value.kind === "scalar")
    return { firstLine: joinNonBlank(value.props, value.text, value.remark), furtherLines: [] };
  if (value.kind === "literal") {
    const lead = " ".repeat(column + 2);
    return {
      firstLine: value.head,
      furtherLines: value.lines.map((line) => (line === "" ? "" : lead + line)),
    };
  }
  if (value.look.isFlow) return flow(value, column);
  return {
    firstLine: value.props ?? "",
    furtherLines: value.kind === "list" ? dashes(value, column) : keys(value, column),
  };
}

/** The value within a flow collection. */
function inline(value: Value): string {
  if (value.kind === "scalar") return joinNonBlank(value.props, value.text);
  if (value.kind === "literal") return JSON.stringify(value.lines.join("\n"));
  const inner =
    value.kind === "list"
      ? value.entries.map(inline)
      : value.pairs.map(([key, own]) => joinNonBlank(`${key}:`, inline(own)));
  return joinNonBlank(value.props, value.kind === "list" ? `[${inner.join(", ")}]` : `{${inner.join(", ")}}`);
}

function flow(value: Exclude<Value, { kind: "scalar" | "literal" }>, column: number): LaidOutValue {
  const { look, props } = value;
  if (!look.isMultiline) return { firstLine: joinNonBlank(inline(value), look.comment), furtherLines: [] };
  const parts =
    value.kind === "list"
      ? value.entries.map(inline)
      : value.pairs.map(([key, own]) => joinNonBlank(`${key}:`, inline(own)));
  const lead = " ".repeat(column + 1 + look.indent);
  const [open, close] = value.kind === "list" ? ["[", "]"] : ["{", "}"];
  const lines = parts.map((part, at) => joinNonBlank(`${lead}${part},`, at === 0 ? look.comment : undefined));
  return {
    firstLine: joinNonBlank(props, open),
    furtherLines: [...lines, `${" ".repeat(column + 1)}${close}`],
  };
}

function dashes({ entries, look }: Extract<Value, { kind: "list" }>, column: number): readonly string[] {
  const at = column + look.indent;
  return entries.flatMap((entry, index) => {
    const inner = at + 1 + look.spaces;
    return [...commentAbove(index, look, at), ...entryLines(entry, at, inner, look.spaces)];
  });
}

/** `- title: x` for a map, its further keys below the first one. */
function entryLines(entry: Value, at: number, inner: number, gap: number): readonly string[] {
  const dash = `${" ".repeat(at)}-${" ".repeat(gap)}`;
  if (entry.kind === "map" && !entry.look.isFlow && entry.pairs.length > 0 && entry.props === undefined) {
    const [first = "", ...rest] = keys({ ...entry, look: { ...entry.look, indent: 0 } }, inner);
    return [dash + first.trimStart(), ...rest];
  }
  const { firstLine, furtherLines } = layOutValue(entry, at);
  return [(dash + firstLine).trimEnd(), ...furtherLines];
}

function keys({ pairs, look }: Extract<Value, { kind: "map" }>, column: number): readonly string[] {
  const at = column + look.indent;
  return pairs.flatMap(([key, value], index) => {
    const { firstLine, furtherLines } = layOutValue(value, at);
    return [
      ...commentAbove(index, look, at),
      joinNonBlank(`${" ".repeat(at)}${key}:`, firstLine),
      ...furtherLines,
    ];
  });
}

function commentAbove(index: number, { comment }: LayoutStyle, at: number): readonly string[] {
  return index === 1 && comment !== undefined ? [" ".repeat(at) + comment] : [];
}

function joinNonBlank(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join(" ");
}
