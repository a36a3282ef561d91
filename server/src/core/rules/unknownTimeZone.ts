import type { Unit } from "../document/parseBlock";
import type { Finding } from "../findings/finding";
import { schemaAt } from "../schema/schema";
import { messageText } from "../text/displayText";
import { isTimeZone } from "../time/timeZone";
import { pairOf, rangeOf, stringOf } from "../yaml/nodes";
import type { RuleContext, UnitRule } from "./shared/rule";
import { zoneFixes } from "./values/zoneFixes";

/** `invalid-value`: a time zone in the right form that does not exist, `timezone: Europe/Zurch`. */
export const unknownTimeZone: UnitRule = { codes: ["invalid-value"], check };

function check(unit: Unit, context: RuleContext): readonly Finding[] {
  const node = unit.kind === "meeting" ? pairOf(unit.node, "timezone")?.value : undefined;
  const zone = stringOf(node);
  if (!node || zone === undefined || !hasTimeZoneForm(zone) || isTimeZone(zone)) return [];
  return [
    {
      code: "invalid-value",
      range: rangeOf(node),
      message: `Unknown time zone \`${messageText(zone)}\`.`,
      fixes: () => zoneFixes(unit.node, node, zone, context),
    },
  ];
}

/** True if the value has the form of a time zone; other values are reported by the schema rule. */
function hasTimeZoneForm(zone: string): boolean {
  return new RegExp(schemaAt(["meeting", "timezone"])?.pattern ?? "").test(zone);
}
