/** Orders names and numbers as people expect, the same in every locale: `Adam`, `\u00c1d\u00e1m`, `Zoe`; `A2`, `A10`. */
const collator = new Intl.Collator("en", { numeric: true });

/** Texts that differ in a way that no reader sees have the order of their characters. */
export function compareTexts(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : Number(a > b));
}
