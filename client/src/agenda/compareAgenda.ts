import { commands, type Uri } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type { IndicoRequests } from "../indico/indicoRequests";
import type { AgendaComparison } from "../indico/protocol";
import { showDone, showInformation } from "../shared/userMessages";
import { requestAgenda } from "./requestAgenda";

/** Reads the agenda and has the server report, as diagnostics, where the file differs from it. */
export async function compareAgenda(indico: IndicoRequests, file: Uri): Promise<void> {
  const comparison = await requestAgenda<AgendaComparison>(indico, file, {
    method: "wlcgNotes/compareAgenda",
    progress: "Reading the agenda",
    title: "Compare with Agenda",
  });
  if (!comparison) return;
  const { differences, remarks } = comparison;
  if (differences === 0 && remarks.length === 0) return showDone("The file agrees with its agenda");
  const show = "Show Problems";
  const message = [`${countOf(differences)} the agenda.`, ...remarks].join(" ");
  const chosen = await showInformation(message, ...(differences === 0 ? [] : [show]));
  if (chosen === show) await commands.executeCommand("workbench.actions.view.problems");
}

/** Removes the differences from the diagnostics. */
export async function forgetAgenda(client: LanguageClient, file: Uri): Promise<void> {
  await client.sendRequest("wlcgNotes/forgetAgenda", { textDocument: { uri: file.toString() } });
}

function countOf(differences: number): string {
  if (differences === 0) return "The file agrees with";
  return differences === 1 ? "1 difference from" : `${differences} differences from`;
}
