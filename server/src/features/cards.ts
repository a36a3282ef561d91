/** The Markdown cards that hovers and completions show. */
import type { Community, Link, System } from "../core/catalogue";
import type { Schema } from "../core/schema";
import { refOf, type Suggestion, worthShowing } from "../core/suggest/index";
import type { Reference, Vocabulary } from "../core/vocabulary";

const mostSystems = 8;

/** @param uses how often the open meeting uses it; left out where nobody counted */
export function referenceCard(reference: Reference, vocabulary: Vocabulary, uses?: number): string {
  const { theme, topic, ref } = reference;
  const subject = topic ?? theme;
  const topics = topic
    ? ""
    : line(
        "Topics",
        theme.topics.map(({ title }) => escapeMarkdown(title)),
      );
  return card(
    `**${escapeMarkdown(subject.title)}** \`${ref}\``,
    topic ? `A topic of *${escapeMarkdown(theme.title)}*.` : "",
    subject.summary,
    topics,
    systemsLine(vocabulary.systemsOf(ref)),
    usesLine(uses),
    linksLine(subject.links ?? []),
  );
}

export function systemCard(system: System): string {
  const maturity = system.maturity ? ` — CNCF ${system.maturity}` : "";
  return card(
    `**${escapeMarkdown(system.name)}**${maturity}`,
    system.summary,
    line(
      "Speaks for",
      system.themes.map((ref) => `\`${ref}\``),
    ),
    linksLine([{ title: "Home page", url: system.url }]),
  );
}

export function communityCard(community: Community, uses?: number): string {
  const links = community.url ? [{ title: "Home page", url: community.url }] : [];
  return card(`**${escapeMarkdown(community.name)}**`, community.summary, usesLine(uses), linksLine(links));
}

export function keyCard(name: string, schema: Schema, isRequired: boolean): string {
  const example = schema.examples?.[0];
  return card(
    `**${escapeMarkdown(name)}**${isRequired ? " — required" : ""}`,
    schema.description ?? "",
    example === undefined
      ? ""
      : `Example: \`${typeof example === "string" ? example : JSON.stringify(example)}\``,
  );
}

/** What an item without themes may be about. */
export function untaggedCard(suggestions: readonly Suggestion[]): string {
  const lines = worthShowing(suggestions).map((suggestion) => {
    const words = suggestion.reasons.slice(0, 3).map(({ text }) => `*${escapeMarkdown(text)}*`);
    return `- \`${refOf(suggestion)}\` — ${words.join(", ")}`;
  });
  return `No theme yet. What gives one away:\n\n${lines.join("\n")}`;
}

/** Text of the user's as it is, with nothing in it that Markdown or HTML would act on. */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/[\\`*_{}[\]()|<>~&]/g, (char) =>
      char === "<" ? "&lt;" : char === "&" ? "&amp;" : `\\${char}`,
    )
    .replaceAll(/\s+/g, " ");
}

function card(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("\n\n");
}

function line(label: string, words: readonly string[]): string {
  return words.length === 0 ? "" : `${label}: ${words.join(", ")}`;
}

function systemsLine(systems: readonly System[]): string {
  const names = systems.slice(0, mostSystems).map(({ name }) => escapeMarkdown(name));
  const rest = systems.length - names.length;
  return line("Systems", rest > 0 ? [...names, `and ${rest} more`] : names);
}

function usesLine(uses: number | undefined): string {
  if (uses === undefined) return "";
  return uses === 0
    ? "Not used in this meeting yet."
    : `Used ${uses === 1 ? "once" : `${uses} times`} in this meeting.`;
}

function linksLine(links: readonly Link[]): string {
  return links
    .filter(({ url }) => /^https?:\/\/[^\s()<>]+$/.test(url))
    .map(({ title, url }) => `[${escapeMarkdown(title)}](${url})`)
    .join(" · ");
}
