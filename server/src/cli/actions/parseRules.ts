import { type Code, codes, type Severity } from "../../core/findings/codes";
import { type RuleSeverities, ruleSeverities } from "../../core/findings/ruleSeverities";
import { didYouMean } from "../../core/text/closestWord";
import { UsageError } from "../output/output";

/**
 * @param options `CODE=SEVERITY`; the last one of a code counts
 * @throws UsageError if there is no such code or severity
 */
export function parseRules(options: readonly string[]): RuleSeverities {
  const rules: { [code in Code]?: Severity | "off" } = {};
  for (const option of options) {
    const [name = "", value = "", ...others] = option.split("=");
    const code = codes.find((candidate) => candidate === name);
    const severity = ruleSeverities.find((candidate) => candidate === value);
    if (!code)
      throw new UsageError(
        `--rule: unknown code "${name}"; ${didYouMean(name, codes, "wlcg-notes rules lists all")}`,
      );
    if (!severity || others.length > 0)
      throw new UsageError(`--rule ${name}: expected ${name}= and one of ${ruleSeverities.join(", ")}`);
    rules[code] = severity;
  }
  return rules;
}
