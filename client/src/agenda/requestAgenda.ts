import { type Uri, workspace } from "vscode";
import { type IndicoRequests, isRefusal } from "../indico/indicoRequests";
import type { Source } from "../indico/protocol";
import { showError } from "../shared/userMessages";
import { chooseSource, withAccess } from "./chooseSource";

interface AgendaRequest {
  readonly method: string;
  readonly progress: string;
  /** title of the list in which the user chooses another source */
  readonly title: string;
  /** further parameters */
  readonly options?: object;
}

/**
 * Sends a request about a file and its agenda, which is read from the address in the file unless a source is named. After a
 * problem the user may choose another source.
 * @returns undefined if the user cancels, or with a message to the user
 */
export async function requestAgenda<Answer extends object>(
  indico: IndicoRequests,
  file: Uri,
  request: AgendaRequest,
  source?: Source,
): Promise<Answer | undefined> {
  const { method, progress, title, options } = request;
  // makes sure that the file is open on the server too
  await workspace.openTextDocument(file);
  const answer = await indico.send<Answer>({
    method,
    progress,
    params: (access) => ({
      textDocument: { uri: file.toString() },
      source: source ? withAccess(source, access) : access,
      ...options,
    }),
  });
  if (!answer || !isRefusal(answer)) return answer;
  const other = "Choose Another Source…";
  if ((await showError(answer.problem, other)) !== other) return undefined;
  const chosen = await chooseSource(title);
  return chosen && requestAgenda(indico, file, request, chosen);
}
