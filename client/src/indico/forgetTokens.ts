import { showDone, showHint } from "../shared/userMessages";
import type { Tokens } from "./tokens";

/** Deletes the tokens of all hosts. */
export async function forgetTokens(tokens: Tokens): Promise<void> {
  const hosts = await tokens.forgetAll();
  if (hosts.length === 0) return showHint("No Indico token is stored.");
  showDone(`Indico token${hosts.length === 1 ? "" : "s"} forgotten: ${hosts.join(", ")}`);
}
