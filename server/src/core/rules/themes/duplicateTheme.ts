import type { Unit } from "../../document/parseBlock";
import type { Finding } from "../../findings/finding";
import { messageText } from "../../text/displayText";
import type { RuleContext, UnitRule } from "../shared/rule";
import { removalFixes, themeEntries } from "./themeEntries";

/** `[security, security]`; a theme that one of its topics implies is redundant instead. */
export const duplicateTheme: UnitRule = { codes: ["duplicate-theme"], check };

function check(unit: Unit, { text, vocabulary }: RuleContext): readonly Finding[] {
  return themeEntries(unit, vocabulary)
    .filter(({ isKnown, isRepeated, topic }) => isKnown && isRepeated && topic === undefined)
    .map((entry): Finding => {
      const ref = `\`${messageText(entry.ref)}\``;
      return {
        code: "duplicate-theme",
        range: entry.range,
        message: `Duplicate theme ${ref}.`,
        fixes: () => removalFixes(`Remove the second ${ref}`, entry, text),
      };
    });
}
