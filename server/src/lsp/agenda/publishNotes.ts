import { countErrors } from "../../core/findings/countErrors";
import { comparableLines, isBlankHtml, nothingToPublish } from "../../core/minutes/compareMinutes";
import { eventAddress } from "../../core/minutes/eventAddress";
import type { ItemTargets, UnpublishedItem } from "../../core/minutes/minutesTargets";
import { isForeign } from "../../core/rules/foreignFile";
import { labelText } from "../../core/text/displayText";
import { type IndicoAddress, pageOf, readIndicoAddress } from "../../core/text/indicoAddress";
import { plural, sentence } from "../../core/text/wording";
import type { View } from "../../features/shared/view";
import { eventToPublish } from "../../host/indico/eventAgenda";
import { type PublishOutcome, publishAll } from "../../host/indico/publishAll";
import { hostOf, tokenNeed } from "../../host/indico/refusals";
import type { ProxySettings } from "../../host/network/proxy";
import type { Work } from "../client/cancellableWork";
import type { Settings } from "../settings/settings";
import type { AgendaServices } from "./agendaServices";
import { fileNotOpen, type Refusal, refusalOf } from "./refusal";

export interface PublishOrder {
  /** address of the event; undefined: that of the meeting */
  readonly to: string | undefined;
  /** each contribution's notes under its own page */
  readonly items: boolean;
  readonly dryRun: boolean;
  /** the only pages to publish; undefined: all of the file */
  readonly pages?: ReadonlySet<string> | undefined;
  /** pages whose minutes the person agreed to overwrite, with the minutes that were shown; undefined: any */
  readonly overwrite: ReadonlyMap<string, string | undefined>;
  /** @throws NetworkError if there is a token that cannot be used */
  readonly tokenFor: (event: IndicoAddress) => string | undefined;
  readonly proxy: ProxySettings | undefined;
}

/** The minutes of one page, with what happened to them or would happen. */
export interface PublishedPage {
  readonly title: string;
  readonly page: string;
  readonly outcome: "new" | "updated" | "overwritten" | "unchanged" | "conflict" | "failed" | "unpublished";
  /** a sentence about a failure or a conflict */
  readonly message?: string;
  /** the minutes that Indico has, for a comparison by lines */
  readonly theirs?: string;
  /** those of the file */
  readonly ours?: string;
}

export interface PublishedNotes {
  readonly targets: readonly PublishedPage[];
  /** the page of the event */
  readonly page: string;
}

export async function publishNotes(
  { diagnosticsService, settings }: Pick<AgendaServices, "diagnosticsService" | "settings">,
  uri: string,
  order: PublishOrder,
  work: Work,
): Promise<PublishedNotes | Refusal> {
  const view = await diagnosticsService.fullView(uri);
  if (!view) return fileNotOpen;
  const problem = problemOf(view);
  if (problem !== undefined) return { problem };
  try {
    return await publish(view, order, settings.current, work);
  } catch (error) {
    return refusalOf(error);
  }
}

/** Notes of a meeting with errors may lack something. */
function problemOf({ document }: View): string | undefined {
  if (isForeign(document, document.vocabulary)) return "The file is not a contributions file.";
  const errors = countErrors(document.findings());
  return errors > 0
    ? `The meeting has ${plural(errors, "error")}: correct them before publishing.`
    : undefined;
}

/** @throws NetworkError */
async function publish(
  view: View,
  order: PublishOrder,
  settings: Settings,
  { signal, report }: Work,
): Promise<PublishedNotes | Refusal> {
  const { to, proxy, dryRun, overwrite } = order;
  const reading = to === undefined ? eventAddress(view.document) : readIndicoAddress(to);
  const event = await eventToPublish(reading, { signal, proxy });
  const token = order.tokenFor(event);
  if (token === undefined)
    return {
      problem: `Publishing to ${hostOf(event)} needs a token of the scope full:everything.`,
      needsToken: tokenNeed(event, false),
    };
  const all = await targetsOf(view, event, order.items, settings);
  if (!order.items && all.targets.every(({ fragment }) => isBlankHtml(fragment)))
    return { problem: sentence(nothingToPublish) };
  const { pages } = order;
  const targets = pages ? all.targets.filter(({ address }) => pages.has(pageOf(address))) : all.targets;
  const unpublished = pages ? [] : all.unpublished;
  report(hostOf(event));
  let done = 0;
  const outcomes = await publishAll(
    targets,
    {
      overwrites: ({ address }, stored) => {
        const page = pageOf(address);
        return overwrite.has(page) && [undefined, comparableLines(stored)].includes(overwrite.get(page));
      },
      isDryRun: dryRun,
      onOutcome: () => report(`${hostOf(event)}: ${++done} of ${targets.length}`),
    },
    { token, proxy, signal },
  );
  const [first] = outcomes;
  if (first?.kind === "failed" && first.error.tokenNeed) return refusalOf(first.error);
  const page = pageOf({ base: event.base, event: event.event });
  return {
    targets: [...outcomes.map(publishedPage), ...unpublished.map((item) => unpublishedPage(item, page))],
    page,
  };
}

async function targetsOf(
  { document }: View,
  event: IndicoAddress,
  items: boolean,
  { sections }: Settings,
): Promise<ItemTargets> {
  const { arrangements, itemTargets, meetingTarget } = await import("../../features/notesRequests");
  if (items) return itemTargets(document, event);
  const options = { by: arrangements[0], ...(sections.length > 0 && { sections }) };
  return { targets: [meetingTarget(document, event, options)], unpublished: [] };
}

function publishedPage(outcome: PublishOutcome): PublishedPage {
  const { target, kind } = outcome;
  const message = messageOf(outcome);
  return {
    title: labelText(target.title),
    page: pageOf(target.address),
    outcome: kind === "notTried" ? "failed" : kind,
    ...(message !== undefined && { message: sentence(labelText(message)) }),
    ...("stored" in outcome && { theirs: comparableLines(outcome.stored) }),
    ...(("stored" in outcome || kind === "new") && { ours: comparableLines(target.fragment) }),
  };
}

function messageOf(outcome: PublishOutcome): string | undefined {
  if (outcome.kind === "failed") return outcome.error.message;
  if (outcome.kind === "notTried") return "not tried after the failure of another page";
  if (outcome.kind !== "conflict") return undefined;
  const { reason, author } = outcome;
  return author === undefined ? reason : `${reason}, last by ${author}`;
}

function unpublishedPage({ title, reason }: UnpublishedItem, page: string): PublishedPage {
  return { title: labelText(title), page, outcome: "unpublished", message: sentence(`it ${reason}`) };
}
