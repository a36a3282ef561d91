import { lstat } from "node:fs/promises";
import { basename } from "node:path";
import type { Agenda, AgendaReading } from "../../core/agenda/agenda";
import { agendaChanges, editsOf } from "../../core/agenda/update/agendaChanges";
import { meetingText } from "../../core/agenda/write/meetingText";
import { terminalPath } from "../../core/text/displayText";
import {
  type IndicoAddress,
  type IndicoAddressReading,
  readIndicoAddress,
} from "../../core/text/indicoAddress";
import { applyEdits } from "../../core/text/range";
import { plural } from "../../core/text/wording";
import { decode } from "../../host/encoding";
import { errorText } from "../../host/errorText";
import { type EventExports, isSameHost, readExports, resolveEvent } from "../../host/indico/readExports";
import { localDate } from "../../host/localDate";
import { NetworkError } from "../../host/network/networkError";
import { networkLimits } from "../../host/network/networkLimits";
import { readBounded } from "../../host/readBounded";
import { eachFile, knowledgeFor, listInput, type Request } from "../files/inputFiles";
import { isStandardInput, readStream } from "../files/standardInput";
import { writeBack } from "../files/writeBack";
import { writeOutput } from "../files/writeOutput";
import { type Output, UsageError } from "../output/output";
import { untilInterrupted } from "../output/signals";
import { indicoToken, tokenVariable } from "./indicoToken";
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

/** What an agenda is read from. */
type AgendaSource =
  | { readonly kind: "exports"; readonly exports: EventExports }
  /** a file or standard input, whose content shows what it is */
  | { readonly kind: "bytes"; readonly bytes: Buffer; readonly path: string };

/** An agenda has less, as an answer of Indico does. */
const bounds = { bytes: networkLimits.answerBytes };

/** The exit code after SIGINT, as in shells. */
const interrupted = 130;

/**
 * Makes the file of a meeting from an agenda, or updates its agenda.
 * @returns exit code 0, or 2 if a file cannot be read or written
 */
export async function importAgenda(request: ImportRequest): Promise<number> {
  const { paths, out, into, output } = request;
  const [source, ...others] = paths;
  if (source === undefined || others.length > 0) throw new UsageError("import accepts one SOURCE");
  if (out !== undefined && into !== undefined) throw new UsageError("-o and --into exclude each other");
  if (request["dry-run"] && into === undefined) throw new UsageError("--dry-run needs --into");
  if (out !== undefined && (await exists(out)))
    throw new UsageError(`${out}: already exists; use --into to update its agenda`);
  try {
    const read = await untilInterrupted((signal) => sourceOf(source, output, signal));
    const agenda = await agendaOf(read, source, output);
    return into === undefined ? await writeNew(agenda, request) : await update(agenda, into, request);
  } catch (error) {
    if (!(error instanceof NetworkError)) throw error;
    if (error.kind === "interrupted") return interrupted;
    const isTokenMissing = error.kind === "token" || error.kind === "missing";
    throw new UsageError(
      `${error.message}${isTokenMissing ? `; the token is read from ${tokenVariable}` : ""}`,
    );
  }
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/** An address, standard input, or a file; a file may have the name of an address without `https://`. */
async function sourceOf(source: string, output: Output, signal: AbortSignal): Promise<AgendaSource> {
  if (isStandardInput(source))
    return {
      kind: "bytes",
      path: "<stdin>",
      bytes: await readStream(output.input(), bounds).catch(fail(source)),
    };
  const reading = readIndicoAddress(source);
  const isAddress = !("problem" in reading) || /^https?:\/\//i.test(source);
  if (isAddress && !(await exists(source)))
    return { kind: "exports", exports: await fetched(reading, signal) };
  return {
    kind: "bytes",
    path: basename(source),
    bytes: await readBounded(source, bounds).catch(fail(source)),
  };
}

function fail(path: string): (error: unknown) => never {
  return (error) => {
    throw new UsageError(`${path}: ${errorText(error)}`);
  };
}

/** A token is sent to the host that the person named, and not where a short address leads. */
async function fetched(reading: IndicoAddressReading, signal: AbortSignal): Promise<EventExports> {
  const event = await resolveEvent(reading, { signal });
  const token = isNamedHost(reading, event) ? indicoToken(event, process.env) : undefined;
  return readExports(event, { token, signal });
}

function isNamedHost(reading: IndicoAddressReading, event: IndicoAddress): boolean {
  if (!("leadsToEvent" in reading)) return true;
  return isSameHost({ base: new URL(reading.leadsToEvent).origin, event: event.event }, event);
}

/** @throws UsageError if the source has no agenda */
async function agendaOf(source: AgendaSource, name: string, output: Output): Promise<Agenda> {
  const reading = await readingOf(source);
  if ("problem" in reading) throw new UsageError(`${name}: ${reading.problem}`);
  const fetchedRemarks = source.kind === "exports" ? source.exports.remarks : [];
  for (const remark of [...fetchedRemarks, ...reading.agenda.remarks]) output.err(`wlcg-notes: ${remark}\n`);
  return reading.agenda;
}

async function readingOf(source: AgendaSource): Promise<AgendaReading> {
  const { agendaOfExports, readAgenda } = await import("../../core/agenda/read/agendaReaders");
  if (source.kind === "exports") return agendaOfExports(source.exports);
  const today = localDate(new Date());
  return readAgenda(textOf(source), { name: source.path, today });
}

function textOf({ bytes, path }: Extract<AgendaSource, { kind: "bytes" }>): string {
  try {
    return decode(unfolded(bytes)).text;
  } catch (error) {
    return fail(path)(error);
  }
}

/** A calendar without the breaks of its long lines, which may be within a character. RFC 5545, section 3.1 */
function unfolded(bytes: Buffer): Buffer {
  if (bytes.subarray(0, calendarStart.length).toString("latin1") !== calendarStart) return bytes;
  return Buffer.from(bytes.toString("latin1").replaceAll(/\r?\n[ \t]/g, ""), "latin1");
}

const calendarStart = "BEGIN:VCALENDAR";

async function writeNew(agenda: Agenda, request: ImportRequest): Promise<number> {
  const { output, out, tag = false } = request;
  const { suggester, today } = await knowledgeFor(request);
  const text = meetingText(agenda, { date: today, ...(tag && { tag: suggester }) });
  await writeOutput(text, { output, isNewMeeting: true, ...(out !== undefined && { out }) });
  if (out !== undefined)
    output.out(`${terminalPath(out)}: ${plural(contributionCount(agenda), "contribution")}\n`);
  return 0;
}

function contributionCount({ entries }: Agenda): number {
  return entries.filter(({ kind }) => kind === "contribution").length;
}

/** Writes the agenda's changes into a file, or shows them. */
async function update(agenda: Agenda, into: string, request: ImportRequest): Promise<number> {
  const { output } = request;
  const listing = await listInput({ ...request, paths: [into] });
  await eachFile(listing, async (file) => {
    const { document } = file;
    const options = request.tag ? { tag: document.suggester } : {};
    const { changes, remarks, isRefused } = agendaChanges(document, agenda, options);
    if (isRefused) throw new Error(remarks.join(" "));
    const count = changes.length;
    for (const remark of remarks) output.err(`wlcg-notes: ${remark}\n`);
    const path = terminalPath(file.path);
    if (count === 0) {
      const result = remarks.length === 0 ? "the agenda is up to date" : "no changes";
      return output.out(`${path}: ${result}\n`);
    }
    if (!file.encode) throw new Error("is not UTF-8; convert it before updating it");
    const after = file.encode(applyEdits(document.text, editsOf(changes)));
    if (request["dry-run"]) {
      output.out(`would make ${plural(count, "change")} in ${path}\n`);
      const diff = unifiedDiff(file.path, file.bytes.toString("utf8"), after.toString("utf8"));
      return writeOutput(diff.text, { output, isText: !diff.isExact });
    }
    const interruption = await writeBack(file, after);
    output.out(`${path}: ${plural(count, "change")}\n`);
    if (interruption) throw interruption;
  });
  return listing.unreadable.length > 0 ? 2 : 0;
}
