/** Keys of the meeting that people write at the root: `Present: A. Forti`. */

import { schemaPathOf } from "../../schema/itemKinds";
import { comparableName } from "../../schema/keyNames";
import { isSpellingOf, keysCalled } from "./keyNames";

/** No items have these keys: at the root they are about the meeting. */
const meetingOnlyKeys: readonly string[] = [
  "chairs",
  "minuteTakers",
  "attendees",
  "apologies",
  "series",
  "timezone",
  "nextMeeting",
];

/** @returns the key of the meeting that a name at the root means: `attendees` for `Present` */
export function meetingKeyCalled(name: string): string | undefined {
  const called = keysCalled(name, schemaPathOf("meeting"));
  if (keysCalled(name, schemaPathOf("contributions")).length > 0) return undefined;
  return meetingOnlyKeys.find((key) => isSpellingOf(name, key) || called.includes(key));
}

/** True for the name of a list of breaks: `breaks`, `Pauses`. */
export function isBreakList(name: string): boolean {
  return ["break", "pause", "coffeebreak"].some((other) => comparableName(other) === comparableName(name));
}
