/** Superscripts and subscripts, which Markdown does not have, as Unicode characters: 10⁶, CO₂. */

const signs = "0123456789+-−";
const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻";
const subscripts = "₀₁₂₃₄₅₆₇₈₉₊₋₋";

/** @param element the element around the text: only the numbers of `sup` and `sub` are changed */
export function scriptDigits(text: string, element: string): string {
  const characters = element === "sup" ? superscripts : element === "sub" ? subscripts : undefined;
  if (characters === undefined || !/^[+−-]?\d{1,10}$/.test(text)) return text;
  return [...text].map((char) => characters[signs.indexOf(char)] ?? char).join("");
}
