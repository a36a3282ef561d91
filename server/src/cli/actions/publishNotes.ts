import type { MeetingDocument } from "../../core/analysis/meetingDocument";
import { countErrors } from "../../core/findings/countErrors";
import { isBlankHtml, nothingToPublish } from "../../core/minutes/compareMinutes";
import { eventAddress } from "../../core/minutes/eventAddress";
import {
  itemTargets,
  type MinutesTarget,
  meetingTarget,
  type UnpublishedItem,
} from "../../core/minutes/minutesTargets";
import { isForeign } from "../../core/rules/foreignFile";
import { type IndicoAddress, pageOf, readIndicoAddress } from "../../core/text/indicoAddress";
import { plural } from "../../core/text/wording";
import { requiredToken } from "../../host/indico/environmentToken";
import { eventToPublish } from "../../host/indico/eventAgenda";
import { type PublishOutcome, publishAll } from "../../host/indico/publishAll";
import { NetworkError } from "../../host/network/networkError";
import { type Request, readInput } from "../files/inputFiles";
import { UsageError } from "../output/output";
import { interruptedCode, untilInterrupted } from "../output/signals";
import { outcomeLines, summaryLine } from "./publishReport";
import { formOf } from "./renderForm";

interface PublishRequest extends Request {
  /** address of the event, instead of the meeting's url */
  readonly to?: string;
  readonly by?: string;
  readonly sections?: string;
  /** each contribution's notes under its own page */
  readonly items?: boolean;
  readonly "dry-run"?: boolean;
  /** overwrites minutes of another user */
  readonly force?: boolean;
}

/**
 * Publishes the notes of a meeting as minutes in Indico.
 * @returns exit code 0; 1 if the meeting has errors, there is a conflict or an item cannot be published; 2 if something cannot be read or sent
 */
export async function publishNotes(request: PublishRequest): Promise<number> {
  const { items, by, sections } = request;
  if (items && (by !== undefined || sections !== undefined))
    throw new UsageError("--items and --by or --sections exclude each other");
  formOf({ to: "indico", ...formNames(request) });
  const { files, hasUnreadable } = await readInput(request);
  const [file, ...others] = files;
  if (others.length > 0) throw new UsageError("publish accepts only one file");
  if (!file || hasUnreadable) return 2;
  const { path, document } = file;
  if (isForeign(document, document.vocabulary)) throw new UsageError(`${path}: is not a contributions file`);
  const errors = countErrors(document.findings());
  if (errors > 0) {
    request.output.err(
      `wlcg-notes: ${path}: ${plural(errors, "error")}; run wlcg-notes check before publishing\n`,
    );
    return 1;
  }
  return untilInterrupted((signal) => publish(path, document, request, signal)).catch(usageErrorOf);
}

function formNames({ by, sections }: PublishRequest): { readonly by?: string; readonly sections?: string } {
  return { ...(by !== undefined && { by }), ...(sections !== undefined && { sections }) };
}

/** A failure before anything was sent. */
function usageErrorOf(error: unknown): number {
  if (!(error instanceof NetworkError)) throw error;
  if (error.kind === "interrupted") return interruptedCode;
  throw new UsageError(error.message);
}

async function publish(
  path: string,
  document: MeetingDocument,
  request: PublishRequest,
  signal: AbortSignal,
): Promise<number> {
  const event = await eventOf(path, document, request, signal);
  const origin = request.to === undefined ? "file" : "person";
  const connection = { token: requiredToken(event, origin, process.env), signal };
  const { targets, unpublished } = targetsOf(document, event, request);
  if (!request.items && targets.every(({ fragment }) => isBlankHtml(fragment)))
    throw new UsageError(`${path}: ${nothingToPublish}`);
  reportUnpublished(path, unpublished, request);
  if (targets.length === 0) {
    request.output.err(`wlcg-notes: ${path}: no contribution has notes that can be published\n`);
    return unpublished.length > 0 ? 2 : 0;
  }
  const { output, force = false, "dry-run": isDryRun = false } = request;
  const outcomes = await publishAll(
    targets,
    {
      overwrites: () => force,
      isDryRun,
      onOutcome: (outcome) => output.out(outcomeLines(outcome, isDryRun)),
    },
    connection,
  );
  output.out(summaryLine(outcomes, isDryRun, pageOf({ base: event.base, event: event.event })));
  return exitCodeOf(outcomes) || (unpublished.length > 0 ? 1 : 0);
}

/** @throws UsageError if there is no address; NetworkError if it leads to no event */
async function eventOf(
  path: string,
  document: MeetingDocument,
  { to }: PublishRequest,
  signal: AbortSignal,
): Promise<IndicoAddress> {
  const reading = to === undefined ? eventAddress(document) : readIndicoAddress(to);
  if ("problem" in reading)
    throw new UsageError(
      to === undefined
        ? `${path}: ${reading.problem}; --to ADDRESS names another event`
        : `--to: ${reading.problem}`,
    );
  return eventToPublish(reading, { signal });
}

function targetsOf(
  document: MeetingDocument,
  event: IndicoAddress,
  request: PublishRequest,
): { readonly targets: readonly MinutesTarget[]; readonly unpublished: readonly UnpublishedItem[] } {
  if (request.items) return itemTargets(document, event);
  const { by, sections } = formOf({ to: "indico", ...formNames(request) });
  return { targets: [meetingTarget(document, event, { by, sections })], unpublished: [] };
}

function reportUnpublished(
  path: string,
  unpublished: readonly UnpublishedItem[],
  { output }: PublishRequest,
): void {
  for (const { title, reason } of unpublished)
    output.err(`wlcg-notes: ${path}: “${title}” is not published: it ${reason}\n`);
}

function exitCodeOf(outcomes: readonly PublishOutcome[]): number {
  const failures = outcomes.flatMap((outcome) => (outcome.kind === "failed" ? outcome.error.kind : []));
  if (failures.includes("interrupted")) return interruptedCode;
  if (failures.length > 0) return 2;
  return outcomes.some(({ kind }) => kind === "conflict") ? 1 : 0;
}
