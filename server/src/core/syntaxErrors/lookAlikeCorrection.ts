/** Corrections of look-alike characters, and the expressions that find these characters. */
import { invisibleClass, separatorClass, spaceClass } from "../text/lookAlikes";
import type { Edit } from "../text/range";

/** What the look-alike character is used as. `break`: a line end between keys; `letter`: a letter of a key */
export type LookAlikeRole =
  | "indentation"
  | "blank"
  | "dash"
  | "colon"
  | "quote"
  | "bracket"
  | "comma"
  | "invisible"
  | "letter"
  | "break";

/** An edit that writes the ordinary character. */
export interface Correction extends Edit {
  readonly role: LookAlikeRole;
  /** false if the item can be read without it, as it changes one value only */
  readonly isStructural: boolean;
}

const lookAlikeBlank = new RegExp(`[${spaceClass}${invisibleClass}${separatorClass}]`);
const wideSpace = /[\u3000\u2003]/g;
const widthless = new RegExp(`[${invisibleClass}${separatorClass}]`, "g");
const notInvisible = new RegExp(`[${spaceClass}${separatorClass}]`);

/** True if the blanks are not only ordinary spaces and tabs. */
export function hasLookAlikeBlank(blanks: string): boolean {
  return lookAlikeBlank.test(blanks);
}

/** The role of blanks that are to be replaced. */
export function blankRole(blanks: string, role: "indentation" | "blank"): LookAlikeRole {
  return notInvisible.test(blanks) ? role : "invisible";
}

/** The possible widths of blanks in columns, the most likely first: a full-width space may be one column or two. */
export function blankWidths(blanks: string): readonly number[] {
  const width = blanks.replaceAll(widthless, "").length;
  const wide = blanks.match(wideSpace)?.length ?? 0;
  return wide > 0 ? [width, width + wide] : [width];
}
