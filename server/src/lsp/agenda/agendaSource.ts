/** What an agenda is read from: as a client sends it, and reading it. */
import { basename } from "node:path";
import type { AgendaReading } from "../../core/agenda/agenda";
import {
  type IndicoAddress,
  type IndicoAddressReading,
  readIndicoAddress,
} from "../../core/text/indicoAddress";
import { sentence } from "../../core/text/wording";
import { agendaBounds, agendaInBytes, agendaInText } from "../../host/agendaFile";
import { errorText } from "../../host/errorText";
import { environmentToken } from "../../host/indico/environmentToken";
import { readEventAgenda } from "../../host/indico/eventAgenda";
import type { ProxySettings } from "../../host/network/proxy";
import { readBounded } from "../../host/readBounded";
import type { Work } from "../client/cancellableWork";
import { filePathOf } from "../settings/fileUri";
import { givenToken, proxySettings } from "./connectionParams";

export type AgendaSource =
  | {
      readonly kind: "address";
      /** undefined: that of the meeting */
      readonly address: string | undefined;
      readonly tokenFor: (event: IndicoAddress) => string | undefined;
      readonly proxy: ProxySettings | undefined;
    }
  | { readonly kind: "text"; readonly text: string; readonly name: string }
  | { readonly kind: "file"; readonly uri: string };

/** @param source of the params; undefined for the address of the meeting; a malformed one counts as such */
export function sourceOf(source: unknown): AgendaSource {
  const { address, text, name, uri, token, tokenHost, network } = (source ?? {}) as Readonly<
    Record<string, unknown>
  >;
  if (typeof text === "string") return { kind: "text", text, name: typeof name === "string" ? name : "" };
  if (typeof uri === "string") return { kind: "file", uri };
  return {
    kind: "address",
    address: typeof address === "string" ? address : undefined,
    tokenFor: givenToken(token, tokenHost),
    proxy: proxySettings(network),
  };
}

/** An address, with the token of the environment. */
export function sourceAt(address: string | undefined): AgendaSource {
  return {
    kind: "address",
    address,
    tokenFor: (event) => environmentToken(event, address === undefined ? "file" : "person", process.env),
    proxy: undefined,
  };
}

/** The address and the time zone of the meeting that an agenda is for. */
interface MeetingOfAgenda {
  /** used if the source has none */
  readonly address?: IndicoAddressReading | undefined;
  /** IANA name */
  readonly timezone?: string | undefined;
}

/** @throws NetworkError */
export async function readSource(
  source: AgendaSource,
  { signal, report }: Work,
  { address: ofMeeting, timezone }: MeetingOfAgenda = {},
): Promise<AgendaReading> {
  if (source.kind === "text") return agendaInText(source.text, source.name, timezone);
  if (source.kind === "file") return readFile(source.uri, timezone);
  const { address, tokenFor, proxy } = source;
  const reading = address === undefined ? (ofMeeting ?? readIndicoAddress("")) : readIndicoAddress(address);
  let shown = 0;
  const onProgress = (bytes: number): void => {
    if (bytes - shown < progressStep && shown > 0) return;
    shown = bytes;
    report(`${Math.ceil(bytes / 1000)} kB`);
  };
  report(hostIn(reading));
  return readEventAgenda(reading, { signal, tokenFor, proxy, onProgress });
}

/** Bytes of an answer between two messages. */
const progressStep = 100_000;

function hostIn(reading: IndicoAddressReading): string {
  if ("problem" in reading) return "";
  return new URL("address" in reading ? reading.address.base : reading.leadsToEvent).host;
}

async function readFile(uri: string, timezone: string | undefined): Promise<AgendaReading> {
  const path = filePathOf(uri);
  if (path === undefined) return { problem: "This is not a file of this computer." };
  const name = basename(path);
  try {
    return await agendaInBytes(await readBounded(path, agendaBounds), name, timezone);
  } catch (error) {
    return { problem: `${name}: ${sentence(errorText(error))}` };
  }
}
