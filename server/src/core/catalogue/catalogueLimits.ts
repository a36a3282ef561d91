/** The maximum size of a catalogue and its parts, so that reading and using any catalogue takes bounded time and memory. */

export const catalogueLimits = {
  /** bytes of the file */
  bytes: 2 ** 20,
  /** line breaks, commas, colons, brackets and similar separators; each may start a value */
  separators: 60_000,
  themes: 200,
  /** of one theme */
  topicsOfTheme: 100,
  topics: 1_000,
  systems: 2_000,
  communities: 500,
  examples: 5_000,
  /** of all themes and topics */
  words: 5_000,
  /** of all themes, topics, systems and communities */
  aliases: 5_000,
  /** of all themes and topics */
  links: 1_000,
  /** theme references of one system or example */
  references: 20,
  /** UTF-16 units of an id */
  idLength: 100,
  /** UTF-16 units of a title, a name, an alias, a word */
  nameLength: 200,
  /** UTF-16 units of a summary, and of an address */
  summaryLength: 2_000,
  /** UTF-16 units of an example's title */
  titleLength: 2_000,
  /** UTF-16 units of an example's notes */
  notesLength: 20_000,
} as const;
