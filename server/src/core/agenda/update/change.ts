/** Changes of a file that bring it in line with an agenda, and what is known about them before they are checked. */
import type { PlacedUnit } from "../../document/blockDocument";
import type { Edit, Range } from "../../text/range";
import type { FieldEdit } from "./fieldEdits";

export type ChangeKind = "new" | "moved" | "renamed" | "changed" | "missing" | "returned";

/** A difference between a file and an agenda, with the edits that take the agenda's version. */
export interface AgendaChange {
  readonly kind: ChangeKind;
  /** one line: `Rucio on k8s: 14:20 instead of 14:00` */
  readonly label: string;
  /** what it is about, in the file */
  readonly range: Range;
  /** offsets in the file; `editsOf` joins those of several changes */
  readonly edits: readonly Edit[];
}

/** The changes, in the order of the file, and sentences about entries that do not change. */
export interface AgendaChanges {
  readonly changes: readonly AgendaChange[];
  readonly remarks: readonly string[];
  /** true if the file cannot be compared at all; the remark is the reason */
  readonly isRefused?: true;
}

/** A change with the values that it is expected to give. */
export interface DraftChange extends AgendaChange {
  readonly effect: Effect;
}

type Effect =
  | FieldsEffect
  | {
      readonly kind: "insertion";
      readonly list: "sessions" | "contributions";
      /** the unit above it, or below it if `isBefore`; undefined if it is the first of a new list */
      readonly beside: PlacedUnit | undefined;
      readonly isBefore: boolean;
      readonly values: readonly NewValue[];
    };

interface FieldsEffect {
  readonly kind: "fields";
  readonly placed: PlacedUnit;
  /** the item before the change, as plain JS */
  readonly value: unknown;
  readonly fields: readonly FieldEdit[];
}

/** A new entry as plain JS. */
export interface NewValue {
  readonly kind: "sessions" | "contributions" | "breaks";
  readonly value: unknown;
}
