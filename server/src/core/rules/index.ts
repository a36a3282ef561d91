/** Written by `npm run generate`: every rule of this folder, in the order of the table of codes. */
import { actionWithoutOwner } from "./actionWithoutOwner";
import { duplicateKey } from "./duplicateKey";
import { duplicateTheme } from "./duplicateTheme";
import { duplicateTitle } from "./duplicateTitle";
import { foldedText } from "./foldedText";
import { foreignFile } from "./foreignFile";
import { hiddenCharacter } from "./hiddenCharacter";
import { invalidDate } from "./invalidDate";
import { lostText } from "./lostText";
import { misalignedItem } from "./misalignedItem";
import { placeholderValue } from "./placeholderValue";
import { redundantTheme } from "./redundantTheme";
import { rootKeys } from "./rootKeys";
import type { BlockRule, CrossItemRule, FileRule, UnitRule } from "./rule";
import { scheduleOverlap } from "./scheduleOverlap";
import { strayByteOrderMark } from "./strayByteOrderMark";
import { structure } from "./structure";
import { surveyTotal } from "./surveyTotal";
import { unknownTag } from "./unknownTag";
import { unknownTheme } from "./unknownTheme";
import { unknownTimeZone } from "./unknownTimeZone";
import { untaggedItem } from "./untaggedItem";

export const blockRules: readonly BlockRule[] = [];

export const unitRules: readonly UnitRule[] = [
  unknownTag,
  duplicateKey,
  structure,
  unknownTimeZone,
  invalidDate,
  unknownTheme,
  duplicateTheme,
  redundantTheme,
  untaggedItem,
  placeholderValue,
  actionWithoutOwner,
  surveyTotal,
  hiddenCharacter,
  lostText,
  foldedText,
];

export const fileRules: readonly FileRule[] = [misalignedItem, rootKeys, foreignFile, strayByteOrderMark];

export const crossItemRules: readonly CrossItemRule[] = [duplicateTitle, scheduleOverlap];
