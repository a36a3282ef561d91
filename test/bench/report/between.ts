/** Replaces the lines between `<!-- name -->` and `<!-- /name -->`. */
export function between(text: string, name: string, lines: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [start, end] = [text.indexOf(open), text.indexOf(close)];
  if (start < 0 || end < start) throw new Error(`There is no ${open} with a ${close} after it.`);
  return `${text.slice(0, start + open.length)}\n${lines}\n${text.slice(end)}`;
}
