import type { Coverage } from "../../core/coverage/coverageModel";
import { jsonText } from "../../core/text/displayText";

/** The coverage in the format of `schemas/coverage.schema.json`. */
export function coverageJson({ meetings, ...coverage }: Coverage, paths: readonly string[]): string {
  const namedMeetings = meetings.map(({ inputIndex, ...meeting }) => ({
    file: paths[inputIndex],
    ...meeting,
  }));
  return jsonText({ meetings: namedMeetings, ...coverage });
}
