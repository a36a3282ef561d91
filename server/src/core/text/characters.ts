/**
 * The sets of characters that are replaced or reported, each with its purpose. None of them has the zero-width joiners,
 * which emoji and some scripts need.
 */

/** Line breaks of any kind, Unicode's included; replaced by a space so that a text stays on one line. */
export const lineBreaks = /[\n\v\f\r\u0085\u2028\u2029]/g;

/** Runs of line breaks of any kind and tabs; a run becomes one space in a text of one line. */
export const lineBreaksAndTabs = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;

/**
 * Characters with a side effect or without width, which could change or hide displayed text: controls, lone surrogates,
 * bidirectional controls, zero-width characters, interlinear annotations, byte order marks and non-characters.
 */
export const activeCharacters =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200b\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]/gu;

/** Controls and lone surrogates except tab and line feed, which a text of several lines may contain. */
export const controlsInLines = /(?![\t\n])[\p{Cc}\p{Cs}]/gu;

/** Characters that XML 1.0 does not allow, and control characters that only some XML parsers accept. */
export const nonXmlCharacters = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

/**
 * Runs of characters that become one space in a label: spaces of any kind, controls and bidirectional controls. Zero-width
 * characters remain.
 */
export const labelSeparators = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Zs}\u202a-\u202e\u2066-\u2069\ufffe\uffff]+/gu;

/**
 * Runs of characters that the rule `hidden-character` reports: bidirectional controls, zero-width spaces and word
 * joiners. They can make the displayed text differ from the stored text.
 */
export const hiddenCharacters = /[\u202a-\u202e\u2066-\u2069\u200b\u2060]+/g;
