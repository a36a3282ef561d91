/** Requests about agendas and minutes, as the server reads and answers them. */
import type { ProtocolEdit } from "../shared/applyEdits";

/** How the server reaches the network. */
export interface Network {
  /** address of a proxy */
  readonly proxy?: string;
  /** false if the certificate of the proxy is not verified */
  readonly strictSsl?: boolean;
  /** hosts that are reached without the proxy */
  readonly noProxy?: readonly string[];
}

/** Of one request. */
export interface Access {
  readonly network: Network;
  readonly token?: string;
  /** the only host that the token is sent to, wherever the address leads by then */
  readonly tokenHost?: string;
}

/** What an agenda is read from: an event of Indico, a text, or a file on the server's disk. */
export type Source =
  | { readonly address: string }
  | { readonly text: string; readonly name?: string }
  | { readonly uri: string };

/** Why there is no answer; the texts are for people. */
export interface Refusal {
  readonly problem: string;
  readonly needsToken?: NeededToken;
}

export interface NeededToken {
  /** the only host that the token is sent to, with a port if it is not the usual one */
  readonly host: string;
  /** address of the page where a token is made */
  readonly page: string;
  /** the host has refused the token of the request */
  readonly wasSent: boolean;
}

export interface ImportedAgenda {
  /** of the file */
  readonly name: string;
  readonly text: string;
  /** the text with the themes that suggestions are sure of */
  readonly taggedText?: string;
  readonly contributions: number;
  /** contributions that have themes in `taggedText` */
  readonly suggested: number;
  readonly remarks: readonly string[];
}

export interface AgendaComparison {
  readonly differences: number;
  readonly remarks: readonly string[];
}

export interface Publication {
  readonly targets: readonly MinutesTarget[];
  /** of the event */
  readonly page: string;
}

/** A page of Indico with minutes, and what is done with them, or would be done in a dry run. */
export interface MinutesTarget {
  readonly title: string;
  /** address of the page */
  readonly page: string;
  readonly outcome: Outcome;
  readonly message?: string;
  /** the minutes that Indico has, for a comparison */
  readonly theirs?: string;
  /** the minutes of the file, for a comparison */
  readonly ours?: string;
}

export type Outcome =
  | "new"
  | "updated"
  | "overwritten"
  | "unchanged"
  /** Indico has other minutes, or edited ones */
  | "conflict"
  | "failed"
  /** has no page in Indico */
  | "unpublished";

/** The agenda in what is pasted or dropped. */
export interface PastedAgenda {
  readonly range: ProtocolEdit["range"];
  readonly text: string;
  readonly contributions: number;
}
