import { RequestType, type TextDocumentIdentifier } from "vscode-languageserver";
import { eventAddress } from "../../core/minutes/eventAddress";
import { pageOf } from "../../core/text/indicoAddress";
import { sentence } from "../../core/text/wording";
import { fileNotOpen, type Refusal } from "../agenda/refusal";
import { immediate } from "./request";

interface EventAddressParams {
  readonly textDocument: TextDocumentIdentifier;
}

interface EventAddress {
  readonly address: string;
  /** with its port, if it has one: a token is for one host */
  readonly host: string;
}

const type = new RequestType<EventAddressParams, EventAddress | Refusal, void>("wlcgNotes/eventAddress");

/** The address of the event in the meeting's `url`. */
export const eventAddressRequest = immediate<EventAddressParams, EventAddress | Refusal, void>(
  type,
  fileNotOpen,
  ({ view }) => {
    const reading = eventAddress(view.document);
    if ("problem" in reading) return { problem: sentence(reading.problem) };
    const address = "address" in reading ? pageOf(reading.address) : reading.leadsToEvent;
    return { address, host: new URL(address).host };
  },
);
