import { isMap } from "yaml";
import type { Finding } from "../finding";
import { entriesOf, isBlank, isEmpty, pairOf, rangeOf } from "../nodes";
import type { Unit } from "../parse";

/** `action-without-owner`: an open action that nobody has taken. */
export function actionWithoutOwner(unit: Unit): readonly Finding[] {
  return entriesOf(pairOf(unit.node, "actions")?.value).flatMap((action): readonly Finding[] => {
    const text = pairOf(action, "text");
    const owner = pairOf(action, "owner");
    const status = pairOf(action, "status")?.value;
    const isDone = status !== undefined && status !== null && String(status) === "done";
    if (!isMap(action) || !text || isBlank(text.value) || isDone || (owner && !isEmpty(owner.value)))
      return [];
    return [
      {
        code: "action-without-owner",
        range: rangeOf(owner?.key ?? text.key),
        message: "Nobody owns this action yet: add an `owner`.",
      },
    ];
  });
}
