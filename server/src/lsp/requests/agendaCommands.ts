/**
 * Commands for editors without a separate client: the same as the requests, with the token of the environment,
 * progress, messages, and edits that the server sends. VS Code's client registers them under these names.
 */
import { type CancellationToken, ErrorCodes, MessageType, ResponseError } from "vscode-languageserver";
import { sentence } from "../../core/text/wording";
import { requiredToken, tokenVariable } from "../../host/indico/environmentToken";
import { sourceAt } from "../agenda/agendaSource";
import { compareWithAgenda, updateFromAgenda } from "../agenda/compareAgenda";
import { createMeeting } from "../agenda/createMeeting";
import { importAgenda } from "../agenda/importAgenda";
import { publishNotes } from "../agenda/publishNotes";
import type { Refusal } from "../agenda/refusal";
import { comparedText, publishedText, updatedText } from "../agenda/resultText";
import type { Work } from "../client/cancellableWork";
import { overwrittenPages } from "./publishNotes";
import type { RequestContext } from "./request";

type Command = (context: RequestContext, args: readonly unknown[], work: Work) => Promise<unknown>;

interface NamedCommand {
  readonly title: string;
  readonly run: Command;
}

const commands: Readonly<Record<string, NamedCommand>> = {
  "wlcgNotes.server.importAgenda": { title: "Reading the agenda", run: runImport },
  "wlcgNotes.server.updateAgenda": { title: "Reading the agenda", run: runUpdate },
  "wlcgNotes.server.compareAgenda": { title: "Comparing with the agenda", run: runCompare },
  "wlcgNotes.server.publishNotes": { title: "Publishing the notes", run: runPublish },
};

export const agendaCommandNames: readonly string[] = Object.keys(commands);

interface Invocation {
  readonly command: string;
  readonly args: readonly unknown[];
  readonly workDoneToken: unknown;
  readonly cancellation: CancellationToken;
}

/** @returns undefined for another command */
export function runAgendaCommand(
  context: RequestContext,
  { command, args, workDoneToken, cancellation }: Invocation,
): Promise<unknown> | undefined {
  const named = Object.hasOwn(commands, command) ? commands[command] : undefined;
  if (!named) return undefined;
  const options = { title: named.title, cancellation, workDoneToken, mayCreate: true };
  return context.cancellableWork.run(options, (work) => named.run(context, args, work));
}

/** `[address, folderUri?]`: creates the file of the meeting, or returns its name and text. */
async function runImport(context: RequestContext, args: readonly unknown[], work: Work): Promise<unknown> {
  const [address, folder] = args;
  if (typeof address !== "string") return invalid("the address of the event");
  const imported = await importAgenda(context, sourceAt(address), { tags: false }, work);
  if ("problem" in imported) return refused(context, imported);
  for (const remark of imported.remarks) context.client.showMessage(MessageType.Warning, remark);
  const created = await createMeeting(
    context,
    imported,
    typeof folder === "string" ? folder : context.folder(),
  );
  if ("uri" in created) return created;
  if (created.problem !== undefined) context.client.showMessage(MessageType.Error, created.problem);
  const { name, text } = imported;
  return { name, text };
}

/** `[uri, address?]`: applies the changes, each confirmed by the person where the client supports that. */
async function runUpdate(context: RequestContext, args: readonly unknown[], work: Work): Promise<unknown> {
  const file = fileIn(args);
  if (!file) return invalid("the URI of a file");
  const update = await updateFromAgenda(context, file, { tags: false }, work);
  if ("problem" in update) return refused(context, update);
  showResult(context, updatedText(update));
  if (update.changes.length > 0 && context.support.edits.applied)
    void context.client.ask("workspace/applyEdit", { label: "Update from the agenda", edit: update.edit });
  return update;
}

/** `[uri, address?]`: reports the differences as diagnostics. */
async function runCompare(context: RequestContext, args: readonly unknown[], work: Work): Promise<unknown> {
  const file = fileIn(args);
  if (!file) return invalid("the URI of a file");
  const comparison = await compareWithAgenda(context, file, work);
  if ("problem" in comparison) return refused(context, comparison);
  showResult(context, comparedText(comparison));
  return comparison;
}

/** `[uri, {to?, items?, dryRun?, overwrite?}]` */
async function runPublish(context: RequestContext, args: readonly unknown[], work: Work): Promise<unknown> {
  const [uri, options] = args;
  if (typeof uri !== "string") return invalid("the URI of a file");
  const { to, items, dryRun, overwrite } = (options ?? {}) as Readonly<Record<string, unknown>>;
  const order = {
    to: typeof to === "string" ? to : undefined,
    items: items === true,
    dryRun: dryRun === true,
    overwrite: overwrittenPages(overwrite),
    tokenFor: (event: Parameters<typeof requiredToken>[0]) =>
      requiredToken(event, typeof to === "string" ? "person" : "file", process.env),
    proxy: undefined,
  };
  const published = await publishNotes(context, uri, order, work);
  if ("problem" in published) return refused(context, published);
  const isFailed = published.targets.some(({ outcome }) => outcome === "failed" || outcome === "conflict");
  context.client.showMessage(
    isFailed ? MessageType.Warning : MessageType.Info,
    publishedText(published, order.dryRun),
  );
  return published;
}

function fileIn([uri, address]: readonly unknown[]) {
  if (typeof uri !== "string") return undefined;
  return { uri, source: sourceAt(typeof address === "string" ? address : undefined) };
}

function showResult({ client }: RequestContext, text: string): void {
  client.showMessage(MessageType.Info, text);
}

function refused({ client }: RequestContext, refusal: Refusal): Refusal {
  const source = refusal.needsToken ? ` The token is read from ${tokenVariable}.` : "";
  client.showMessage(MessageType.Error, refusal.problem + source);
  return refusal;
}

function invalid(expected: string): ResponseError<void> {
  return new ResponseError(ErrorCodes.InvalidParams, sentence(`the first argument must be ${expected}`));
}
