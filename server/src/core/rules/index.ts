/** Written by `npm run generate`: every rule of this folder, in the order of the table of codes. */
import { actionWithoutOwner } from "./actionWithoutOwner";
import { conflictingKeys } from "./conflictingKeys";
import { dateOutsideMeeting } from "./dateOutsideMeeting";
import { duplicateId } from "./duplicateId";
import { duplicateTitle } from "./duplicateTitle";
import { foldedText } from "./foldedText";
import { foreignFile } from "./foreignFile";
import { hiddenCharacter } from "./hiddenCharacter";
import { invalidDate } from "./invalidDate";
import { duplicateKey } from "./keys/duplicateKey";
import { lostText } from "./lostText";
import { misalignedItem } from "./misalignedItem";
import { rootKeys } from "./root/rootKeys";
import { scheduleOverlap } from "./scheduleOverlap";
import { severalPersons } from "./severalPersons";
import type { BlockRule, CrossItemRule, FileRule, UnitRule } from "./shared/rule";
import { strayByteOrderMark } from "./strayByteOrderMark";
import { placeholderValue } from "./structure/placeholderValue";
import { structure } from "./structure/structure";
import { surveyTotal } from "./surveyTotal";
import { duplicateTheme } from "./themes/duplicateTheme";
import { redundantTheme } from "./themes/redundantTheme";
import { unknownTheme } from "./themes/unknownTheme";
import { untaggedItem } from "./themes/untaggedItem";
import { unclosedComment } from "./unclosedComment";
import { unknownSession } from "./unknownSession";
import { unknownTimeZone } from "./unknownTimeZone";
import { unknownTag } from "./values/unknownTag";

export const blockRules: readonly BlockRule[] = [];

export const unitRules: readonly UnitRule[] = [
  unknownTag,
  duplicateKey,
  structure,
  severalPersons,
  unknownTimeZone,
  invalidDate,
  unknownTheme,
  duplicateTheme,
  redundantTheme,
  untaggedItem,
  placeholderValue,
  actionWithoutOwner,
  conflictingKeys,
  surveyTotal,
  hiddenCharacter,
  lostText,
  foldedText,
  unclosedComment,
];

export const fileRules: readonly FileRule[] = [misalignedItem, rootKeys, foreignFile, strayByteOrderMark];

export const crossItemRules: readonly CrossItemRule[] = [
  dateOutsideMeeting,
  duplicateTitle,
  scheduleOverlap,
  unknownSession,
  duplicateId,
];
