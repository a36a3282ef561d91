import type { Finding } from "../../findings/finding";
import { isBlank, rangeOf, type Scalar } from "../../yaml/nodes";

/** A missing key, `: value`; the finding is on the colon. */
export function emptyKey(key: Scalar, text: string): Finding | undefined {
  const { start, end } = rangeOf(key);
  if (start !== end || !isBlank(key)) return undefined;
  const colon = text.indexOf(":", start);
  const range = colon < 0 ? { start, end } : { start: colon, end: colon + 1 };
  return { code: "unknown-key", range, message: "Missing key before `:`." };
}
