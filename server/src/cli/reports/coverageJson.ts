import type { Coverage } from "../../core/coverage/coverageModel";
import { jsonText } from "../../core/text/displayText";

/** As `schemas/coverage.schema.json` says. */
export function coverageJson({ meetings, ...coverage }: Coverage, paths: readonly string[]): string {
  const namedMeetings = meetings.map(({ inputIndex, ...meeting }) => ({
    file: paths[inputIndex],
    ...meeting,
  }));
  return jsonText({ meetings: namedMeetings, ...coverage });
}
