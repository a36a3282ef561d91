/** The Markdown documentation that hovers and completions show. */
import type { Community, System } from "../../core/catalogue/catalogue";
import type { Reference, Vocabulary } from "../../core/catalogue/vocabulary";
import type { Item } from "../../core/document/item";
import type { Schema } from "../../core/schema/schema";
import { aboveDisplayThreshold, refOf, type Suggestion } from "../../core/suggest/suggester";
import { clip } from "../../core/text/displayText";
import { plural } from "../../core/text/wording";
import { timeOfDay } from "../../core/time/timeOfDay";
import { Markdown } from "./markup";

const maxSystems = 8;
/** maximum UTF-16 units of catalogue text that is shown */
const maxSummaryLength = 1000;

const emptyMarkdown = Markdown.of``;

/** @param uses number of uses in the open meeting; undefined if not counted */
export function referenceDocumentation(
  reference: Reference,
  vocabulary: Vocabulary,
  uses?: number,
): Markdown {
  const { theme, topic, ref } = reference;
  const subject = topic ?? theme;
  const topics = topic
    ? emptyMarkdown
    : labelledLine(
        "Topics",
        theme.topics.map(({ title }) => Markdown.of`${title}`),
      );
  return paragraphs(
    Markdown.of`**${subject.title}** ${Markdown.code(ref)}`,
    topic ? Markdown.of`A topic of *${theme.title}*.` : emptyMarkdown,
    summaryOf(subject),
    topics,
    systemsLine(vocabulary.systemsOf(ref)),
    usesLine(uses),
    linksLine(subject.links ?? []),
  );
}

export function systemDocumentation(system: System): Markdown {
  const maturity = system.maturity ? Markdown.of` — CNCF ${system.maturity}` : emptyMarkdown;
  return paragraphs(
    Markdown.of`**${system.name}**${maturity}`,
    summaryOf(system),
    labelledLine("Themes", system.themes.map(Markdown.code)),
    linksLine([{ title: "Home page", url: system.url }]),
  );
}

export function communityDocumentation(community: Community, uses?: number): Markdown {
  const links = community.url ? [{ title: "Home page", url: community.url }] : [];
  return paragraphs(
    Markdown.of`**${community.name}**`,
    summaryOf(community),
    usesLine(uses),
    linksLine(links),
  );
}

/** The day, the time, the place and the conveners of a session. */
export function sessionDocumentation(session: Item): Markdown {
  const { start, duration } = session;
  const from = start === undefined ? [] : [timeOfDay(start)];
  const until = start === undefined || duration === undefined ? [] : [timeOfDay(start + duration)];
  const facts = [
    session.text("date") ?? [],
    [...from, ...until].join("–") || [],
    session.text("place") ?? [],
  ];
  return paragraphs(
    Markdown.of`**${session.title}**`,
    Markdown.of`${facts.flat().join(", ")}`,
    labelledLine(
      "Conveners",
      session.names("conveners").map((name) => Markdown.of`${name}`),
    ),
  );
}

/** @param uses how often the file names the person */
export function personDocumentation(name: string, uses: number): Markdown {
  return Markdown.of`**${name}**\n\nNamed ${plural(uses, "time")} in this file.`;
}

export function keyDocumentation(name: string, schema: Schema, isRequired: boolean): Markdown {
  const example = schema.examples?.[0];
  const exampleText = typeof example === "string" ? example : JSON.stringify(example);
  return paragraphs(
    Markdown.of`**${name}**${isRequired ? Markdown.of` — required` : emptyMarkdown}`,
    Markdown.trusted(schema.description ?? ""),
    exampleText === undefined ? emptyMarkdown : Markdown.of`Example: ${Markdown.code(exampleText)}`,
  );
}

/** The suggested themes of an untagged item. */
export function suggestionsDocumentation(suggestions: readonly Suggestion[]): Markdown {
  const lines = aboveDisplayThreshold(suggestions).map((suggestion) => {
    const words = suggestion.reasons.slice(0, 3).map(({ text }) => Markdown.of`*${text}*`);
    return Markdown.of`- ${Markdown.code(refOf(suggestion))} — ${Markdown.join(words, ", ")}`;
  });
  return Markdown.of`Suggested themes, with the matching words:\n\n${Markdown.join(lines, "\n")}`;
}

/** One text above another, separated by a rule. */
export function stacked(upper: Markdown, lower: Markdown): Markdown {
  return Markdown.join([upper, lower], "\n\n---\n\n");
}

function paragraphs(...parts: readonly Markdown[]): Markdown {
  return Markdown.join(parts, "\n\n");
}

function summaryOf({ summary }: { readonly summary: string }): Markdown {
  return Markdown.of`${clip(summary, maxSummaryLength)}`;
}

function labelledLine(label: string, words: readonly Markdown[]): Markdown {
  return words.length === 0 ? emptyMarkdown : Markdown.of`${label}: ${Markdown.join(words, ", ")}`;
}

function systemsLine(systems: readonly System[]): Markdown {
  const names = systems.slice(0, maxSystems).map(({ name }) => Markdown.of`${name}`);
  const omittedCount = systems.length - names.length;
  return labelledLine(
    "Systems",
    omittedCount > 0 ? [...names, Markdown.of`and ${String(omittedCount)} more`] : names,
  );
}

function usesLine(uses: number | undefined): Markdown {
  if (uses === undefined) return emptyMarkdown;
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
