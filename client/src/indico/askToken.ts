import { openPage } from "../shared/openPage";
import { askSecret } from "../shared/userInput";
import type { NeededToken } from "./protocol";

/**
 * Asks for a token, in a box that names the host.
 * @param problem why a token is needed
 * @returns undefined if the user cancels
 */
export async function askToken(problem: string, { host, page }: NeededToken): Promise<string | undefined> {
  return askSecret({
    title: `Indico Token for ${host}`,
    prompt: `${withStop(problem)} The token is kept in VS Code's secret storage and sent to ${host} only.`,
    problemOf: tokenProblem,
    openPage: () => openPage(page),
  });
}

/** The problem with a text that is no token: https://www.rfc-editor.org/rfc/rfc6750#section-2.1; undefined if it may be one. */
export function tokenProblem(typed: string): string | undefined {
  const text = typed.trim();
  if (text === "") return "Enter the token.";
  if (/^https?:\/\//i.test(text)) return "This is an address, not a token.";
  return /^[\w.~+/-]{8,500}=*$/.test(text)
    ? undefined
    : "This is not a token, which is like indp_ and 42 letters and digits.";
}

function withStop(problem: string): string {
  const text = problem.trimEnd();
  return text.endsWith(".") ? text : `${text}.`;
}
