/** `--- Coffee ---` as `Coffee`, `*** Lunch ***` as `Lunch` */
export function withoutBreakMarks(title: string): string {
  const [, inner] =
    // bounded: 500 characters (maxAgendaLine)
    /^(?:[-–—*=~_#]{2,}|[-–—*=~_]+(?= )) ?(\S.*?\S) ?[-–—*=~_#]+$/.exec(title) ?? [];
  return inner ?? title;
}
