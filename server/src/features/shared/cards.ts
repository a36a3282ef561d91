/** The Markdown cards that hovers and completions show. */
import type { Community, System } from "../../core/catalogue/catalogue";
import type { Reference, Vocabulary } from "../../core/catalogue/vocabulary";
import type { Schema } from "../../core/schema/schema";
import { refOf, type Suggestion, worthShowing } from "../../core/suggest/suggester";
import { clip } from "../../core/text/displayText";
import { Markdown } from "./markup";

const mostSystems = 8;
/** UTF-16 units of a catalogue's text that a card shows */
const maxSummary = 1000;

const nothing = Markdown.of``;

/** @param uses how often the open meeting uses it; left out where nobody counted */
export function referenceCard(reference: Reference, vocabulary: Vocabulary, uses?: number): Markdown {
  const { theme, topic, ref } = reference;
  const subject = topic ?? theme;
  const topics = topic
    ? nothing
    : line(
        "Topics",
        theme.topics.map(({ title }) => Markdown.of`${title}`),
      );
  return card(
    Markdown.of`**${subject.title}** ${Markdown.code(ref)}`,
    topic ? Markdown.of`A topic of *${theme.title}*.` : nothing,
    summaryOf(subject),
    topics,
    systemsLine(vocabulary.systemsOf(ref)),
    usesLine(uses),
    linksLine(subject.links ?? []),
  );
}

export function systemCard(system: System): Markdown {
  const maturity = system.maturity ? Markdown.of` — CNCF ${system.maturity}` : nothing;
  return card(
    Markdown.of`**${system.name}**${maturity}`,
    summaryOf(system),
    line("Speaks for", system.themes.map(Markdown.code)),
    linksLine([{ title: "Home page", url: system.url }]),
  );
}

export function communityCard(community: Community, uses?: number): Markdown {
  const links = community.url ? [{ title: "Home page", url: community.url }] : [];
  return card(Markdown.of`**${community.name}**`, summaryOf(community), usesLine(uses), linksLine(links));
}

export function keyCard(name: string, schema: Schema, isRequired: boolean): Markdown {
  const example = schema.examples?.[0];
  const shown = typeof example === "string" ? example : JSON.stringify(example);
  return card(
    Markdown.of`**${name}**${isRequired ? Markdown.of` — required` : nothing}`,
    Markdown.trusted(schema.description ?? ""),
    shown === undefined ? nothing : Markdown.of`Example: ${Markdown.code(shown)}`,
  );
}

/** What an item without themes may be about. */
export function untaggedCard(suggestions: readonly Suggestion[]): Markdown {
  const lines = worthShowing(suggestions).map((suggestion) => {
    const words = suggestion.reasons.slice(0, 3).map(({ text }) => Markdown.of`*${text}*`);
    return Markdown.of`- ${Markdown.code(refOf(suggestion))} — ${Markdown.join(words, ", ")}`;
  });
  return Markdown.of`No theme yet. What gives one away:\n\n${Markdown.join(lines, "\n")}`;
}

/** One card above another. */
export function stacked(upper: Markdown, lower: Markdown): Markdown {
  return Markdown.join([upper, lower], "\n\n---\n\n");
}

function card(...parts: readonly Markdown[]): Markdown {
  return Markdown.join(parts, "\n\n");
}

function summaryOf({ summary }: { readonly summary: string }): Markdown {
  return Markdown.of`${clip(summary, maxSummary)}`;
}

function line(label: string, words: readonly Markdown[]): Markdown {
  return words.length === 0 ? nothing : Markdown.of`${label}: ${Markdown.join(words, ", ")}`;
}

function systemsLine(systems: readonly System[]): Markdown {
  const names = systems.slice(0, mostSystems).map(({ name }) => Markdown.of`${name}`);
  const rest = systems.length - names.length;
  return line("Systems", rest > 0 ? [...names, Markdown.of`and ${String(rest)} more`] : names);
}

function usesLine(uses: number | undefined): Markdown {
  if (uses === undefined) return nothing;
  const times = uses === 1 ? "once" : `${uses} times`;
  return uses === 0
    ? Markdown.of`Not used in this meeting yet.`
    : Markdown.of`Used ${times} in this meeting.`;
}

function linksLine(links: readonly { readonly title: string; readonly url: string }[]): Markdown {
  return Markdown.join(
    links.flatMap((link) => Markdown.link(link) ?? []),
    " · ",
  );
}
