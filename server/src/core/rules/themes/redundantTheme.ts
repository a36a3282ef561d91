import type { Unit } from "../../document/parseBlock";
import type { Finding } from "../../findings/finding";
import { messageText } from "../../text/displayText";
import type { RuleContext, UnitRule } from "../shared/rule";
import { removalFixes, themeEntries } from "./themeEntries";

/** `[security, security/aai]` */
export const redundantTheme: UnitRule = { codes: ["redundant-theme"], check };

function check(unit: Unit, { text, vocabulary }: RuleContext): readonly Finding[] {
  return themeEntries(unit, vocabulary).flatMap((entry): readonly Finding[] => {
    const { ref, topic, range, isKnown } = entry;
    if (topic === undefined || !isKnown) return [];
    return [
      {
        code: "redundant-theme",
        range,
        message: `Redundant: \`${messageText(topic)}\` already implies \`${messageText(ref)}\`.`,
        fixes: () => removalFixes(`Remove \`${messageText(ref)}\``, entry, text),
      },
    ];
  });
}
