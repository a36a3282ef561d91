/** Corrections of look-alike characters, and the expressions that find these characters. */
import { blankClass, invisibleClass, separatorClass, spaceClass } from "../text/lookAlikes";
import type { Edit } from "../text/range";

/** What the look-alike character is used as. `break`: a line end between keys; `letter`: a letter of a key; `tab`: indentation */
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
  | "tab"
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

const blanks = new RegExp(`[${blankClass}]*`, "y");

/** The offset after the blanks of all kinds at `at`. */
export function blanksEnd(text: string, at: number, end: number): number {
  blanks.lastIndex = at;
  return Math.min(end, at + (blanks.exec(text)?.[0].length ?? 0));
}

/** True if the blanks are not only ordinary spaces and tabs. */
export function hasLookAlikeBlank(blanks: string): boolean {
  return lookAlikeBlank.test(blanks);
}

/** The role of blanks that are to be replaced. */
export function blankRole(blanks: string, role: "indentation" | "blank"): LookAlikeRole {
  if (!lookAlikeBlank.test(blanks)) return "tab";
  return notInvisible.test(blanks) ? role : "invisible";
}

/**
 * The possible widths of blanks in columns, the most likely first: a full-width space may be one column or two.
 * @param tabWidth distance of the tab stops
 * @param column of the first blank
 */
export function blankWidths(blanks: string, tabWidth = 1, column = 0): readonly number[] {
  let width = 0;
  for (const blank of blanks.replaceAll(widthless, ""))
    width += blank === "\t" ? tabWidth - ((column + width) % tabWidth) : 1;
  const wide = blanks.match(wideSpace)?.length ?? 0;
  return wide > 0 ? [width, width + wide] : [width];
}
