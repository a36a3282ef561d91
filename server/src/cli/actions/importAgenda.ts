import { lstat } from "node:fs/promises";
import { basename } from "node:path";
import type { Agenda, AgendaReading } from "../../core/agenda/agenda";
import { agendaChanges, editsOf } from "../../core/agenda/update/agendaChanges";
import { fileZone } from "../../core/agenda/update/fileZone";
import { countContributions, meetingText, newFileRemarks } from "../../core/agenda/write/meetingText";
import { terminalPath } from "../../core/text/displayText";
import { readIndicoAddress } from "../../core/text/indicoAddress";
import { applyEdits } from "../../core/text/range";
import { plural } from "../../core/text/wording";
import { agendaBounds, agendaInBytes } from "../../host/agendaFile";
import { errorText } from "../../host/errorText";
import { environmentToken, tokenVariable } from "../../host/indico/environmentToken";
import { readEventAgenda } from "../../host/indico/eventAgenda";
import { NetworkError } from "../../host/network/networkError";
import { readBounded } from "../../host/readBounded";
import { eachFile, knowledgeFor, type Listing, listInput, type Request } from "../files/inputFiles";
import { isStandardInput, readStream } from "../files/standardInput";
import { writeBack } from "../files/writeBack";
import { writeOutput } from "../files/writeOutput";
import { type Output, UsageError } from "../output/output";
import { interruptedCode, untilInterrupted } from "../output/signals";
import { unifiedDiff } from "./unifiedDiff";

interface ImportRequest extends Request {
  /** a new file instead of standard output */
  readonly out?: string;
  /** a file whose agenda is updated */
  readonly into?: string;
  readonly "dry-run"?: boolean;
  /** sets the themes that suggestions are sure of */
  readonly tag?: boolean;
}

/**
 * Makes the file of a meeting from an agenda, or updates its agenda.
 * @returns exit code 0, or 2 if a file cannot be read or written
 */
export async function importAgenda(request: ImportRequest): Promise<number> {
  const { paths, out, into, output } = request;
  const [source, ...others] = paths;
  if (source === undefined || others.length > 0) throw new UsageError("import accepts one SOURCE");
  if (out !== undefined && into !== undefined) throw new UsageError("-o and --into exclude each other");
  if (isStandardInput(source) && isStandardInput(into ?? ""))
    throw new UsageError("SOURCE and --into cannot both be standard input");
  if (request["dry-run"] && into === undefined) throw new UsageError("--dry-run needs --into");
  if (out !== undefined && (await exists(out)))
    throw new UsageError(`${out}: already exists; use --into to update its agenda`);
  try {
    const listing =
      into === undefined
        ? undefined
        : await listInput({ ...request, paths: [into], output: withCachedInput(output) });
    const timezone = listing && (await zoneIn(listing));
    const agenda = await agendaOf(source, output, timezone);
    return listing ? await update(agenda, listing, request) : await writeNew(agenda, request);
  } catch (error) {
    if (!(error instanceof NetworkError)) throw error;
    if (error.kind === "interrupted") return interruptedCode;
    throw new UsageError(
      `${error.message}${error.tokenNeed ? `; the token is read from ${tokenVariable}` : ""}`,
    );
  }
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/** The output with a standard input that can be read twice: for the time zone, and for the update. */
function withCachedInput(output: Output): Output {
  let cached: Promise<Buffer> | undefined;
  async function* input(): AsyncGenerator<Buffer> {
    cached ??= readStream(output.input(), agendaBounds);
    yield await cached;
  }
  return { ...output, input };
}

/** The time zone of the file; a file that cannot be read is reported when it is updated. */
async function zoneIn(listing: Listing): Promise<string | undefined> {
  let zone: string | undefined;
  await eachFile({ ...listing, onUnreadable: () => {} }, ({ document }) => {
    zone = fileZone(document);
  });
  return zone;
}

/**
 * @param timezone of the file that is updated
 * @throws UsageError if the source has no agenda
 */
async function agendaOf(source: string, output: Output, timezone: string | undefined): Promise<Agenda> {
  const reading = await readingOf(source, output, timezone);
  if ("problem" in reading) throw new UsageError(`${source}: ${reading.problem}`);
  return reading.agenda;
}

/** An address, standard input, or a file; a file may have the name of an address without `https://`. */
async function readingOf(
  source: string,
  output: Output,
  timezone: string | undefined,
): Promise<AgendaReading> {
  const fail = (error: unknown): never => {
    throw new UsageError(`${source}: ${errorText(error)}`);
  };
  if (isStandardInput(source)) {
    const bytes = await readStream(output.input(), agendaBounds).catch(fail);
    return agendaInBytes(bytes, "<stdin>", timezone).catch(fail);
  }
  const address = readIndicoAddress(source);
  const isAddress = !("problem" in address) || /^https?:\/\//i.test(source);
  if (isAddress && !(await exists(source)))
    return untilInterrupted((signal) =>
      readEventAgenda(address, {
        signal,
        tokenFor: (event) => environmentToken(event, "person", process.env),
      }),
    );
  const bytes = await readBounded(source, agendaBounds).catch(fail);
  return agendaInBytes(bytes, basename(source), timezone).catch(fail);
}

function report(remarks: readonly string[], output: Output): void {
  for (const remark of remarks) output.err(`wlcg-notes: ${remark}\n`);
}

async function writeNew(agenda: Agenda, request: ImportRequest): Promise<number> {
  const { output, out, tag = false } = request;
  const { suggester, today } = await knowledgeFor(request);
  report(newFileRemarks(agenda, today), output);
  const text = meetingText(agenda, { date: today, ...(tag && { tag: suggester }) });
  await writeOutput(text, { output, isNewMeeting: true, ...(out !== undefined && { out }) });
  if (out !== undefined)
    output.out(`${terminalPath(out)}: ${plural(countContributions(agenda), "contribution")}\n`);
  return 0;
}

/** Writes the agenda's changes into a file, or shows them; the meeting on standard input goes to standard output. */
async function update(agenda: Agenda, listing: Listing, request: ImportRequest): Promise<number> {
  const { output, "dry-run": isDryRun = false } = request;
  const isStream = !isDryRun && isStandardInput(request.into ?? "");
  report(agenda.remarks, output);
  const reportLine = (line: string): void =>
    isStream ? output.err(`wlcg-notes: ${line}\n`) : output.out(`${line}\n`);
  await eachFile(listing, async (file) => {
    const { document } = file;
    const options = request.tag ? { tag: document.suggester } : {};
    const { changes, remarks, isRefused } = agendaChanges(document, agenda, options);
    if (isRefused) throw new Error(remarks.join(" "));
    const count = changes.length;
    for (const remark of remarks) output.err(`wlcg-notes: ${remark}\n`);
    const path = terminalPath(file.path);
    if (count === 0)
      reportLine(`${path}: ${remarks.length === 0 ? "the agenda is up to date" : "no changes"}`);
    if (count === 0 && !isStream) return;
    if (!file.encode) throw new Error("is not UTF-8; convert it before updating it");
    const after = count === 0 ? file.bytes : file.encode(applyEdits(document.text, editsOf(changes)));
    if (isDryRun) {
      reportLine(`would make ${plural(count, "change")} in ${path}`);
      const diff = unifiedDiff(file.path, file.bytes.toString("utf8"), after.toString("utf8"));
      return writeOutput(diff.text, { output, isText: !diff.isExact });
    }
    const interruption = isStream
      ? await writeOutput(after.toString("utf8"), { output })
      : await writeBack(file, after);
    if (count > 0) reportLine(`${path}: ${plural(count, "change")}`);
    if (interruption) throw interruption;
  });
  return listing.unreadable.length > 0 ? 2 : 0;
}
