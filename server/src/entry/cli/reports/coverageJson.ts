import type { Coverage } from "../../../core/coverage/index";

/** As `schemas/coverage.schema.json` says. */
export function coverageJson({ meetings, ...coverage }: Coverage, paths: readonly string[]): string {
  const named = meetings.map(({ given, ...meeting }) => ({ file: paths[given], ...meeting }));
  return `${JSON.stringify({ meetings: named, ...coverage }, null, 2)}\n`;
}
