import { actionWithoutOwner } from "./actionWithoutOwner";
import { duplicateKey } from "./duplicateKey";
import { duplicateTitle } from "./duplicateTitle";
import { hiddenCharacter } from "./hiddenCharacter";
import { invalidDate } from "./invalidDate";
import type { AcrossRule, UnitRule } from "./rule";
import { scheduleOverlap } from "./scheduleOverlap";
import { structure } from "./structure";
import { surveyTotal } from "./surveyTotal";
import { tag } from "./tag";
import { themes } from "./themes";
import { unknownZone } from "./unknownZone";
import { untaggedItem } from "./untaggedItem";

/** Rules that see one unit; their findings are kept until its block changes. */
export const unitRules: readonly UnitRule[] = [
  duplicateKey,
  structure,
  invalidDate,
  unknownZone,
  tag,
  themes,
  untaggedItem,
  actionWithoutOwner,
  surveyTotal,
  hiddenCharacter,
];

/** Rules that look across items, at their summaries alone. */
export const acrossRules: readonly AcrossRule[] = [duplicateTitle, scheduleOverlap];
