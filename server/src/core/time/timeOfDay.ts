/** Minutes after midnight as `09:30`, whatever the day. */
export function timeOfDay(minute: number): string {
  const ofDay = Math.round(minute) % 1440;
  const pad = (part: number): string => String(part).padStart(2, "0");
  return `${pad(Math.floor(ofDay / 60))}:${pad(ofDay % 60)}`;
}
