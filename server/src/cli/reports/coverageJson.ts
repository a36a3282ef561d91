import type { Coverage } from "../../core/coverage/model";
import { jsonText } from "../../core/text/displayText";

/** As `schemas/coverage.schema.json` says. */
export function coverageJson({ meetings, ...coverage }: Coverage, paths: readonly string[]): string {
  const named = meetings.map(({ given, ...meeting }) => ({ file: paths[given], ...meeting }));
  return jsonText({ meetings: named, ...coverage });
}
