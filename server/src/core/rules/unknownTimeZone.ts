import type { Unit } from "../document/parseBlock";
import type { Finding } from "../findings/finding";
import { schemaAt } from "../schema/schema";
import { inMessage } from "../text/displayText";
import { isZone } from "../time/timeZone";
import { pairOf, rangeOf, textOf } from "../yaml/nodes";
import type { RuleContext, UnitRule } from "./rule";
import { zoneFixes } from "./valueFixes";

/** `invalid-value`: `timezone: Europe/Zurch`, which has the form of a time zone and is none. */
export const unknownZone: UnitRule = { codes: ["invalid-value"], check };

function check(unit: Unit, context: RuleContext): readonly Finding[] {
  const node = unit.kind === "meeting" ? pairOf(unit.node, "timezone")?.value : undefined;
  const zone = textOf(node);
  if (!node || zone === undefined || !hasForm(zone) || isZone(zone)) return [];
  return [
    {
      code: "invalid-value",
      range: rangeOf(node),
      message: `Unknown time zone \`${inMessage(zone)}\`.`,
      fixes: () => zoneFixes(node, context),
    },
  ];
}

/** What has not even the form is another finding. */
function hasForm(zone: string): boolean {
  return new RegExp(schemaAt(["meeting", "timezone"])?.pattern ?? "").test(zone);
}
