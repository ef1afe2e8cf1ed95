/** One day of the calendar and what it was. */
export interface CalendarDay {
  readonly day: string;
  /** `active`, `weekly`, `bought`, `paused`, or `none`. */
  readonly kind: string;
}

/** Every day from one date to another, both included, with its mark. Dates are `YYYY-MM-DD`. */
export function calendarDays(
  from: string,
  to: string,
  marked: readonly CalendarDay[],
): CalendarDay[] {
  const kinds = new Map(marked.map(({ day, kind }) => [day, kind]));
  const days: CalendarDay[] = [];
  const day = new Date(`${from}T00:00:00Z`);
  for (let text = from; text <= to; text = day.toISOString().slice(0, 10)) {
    days.push({ day: text, kind: kinds.get(text) ?? "none" });
    day.setUTCDate(day.getUTCDate() + 1);
  }
  return days;
}

const words: Readonly<Record<string, string>> = {
  active: "active",
  weekly: "freeze day of the week used",
  bought: "bought freeze day used",
  paused: "paused",
};

/** What a day was, in words. */
export function dayWords(kind: string): string {
  return words[kind] ?? "no action";
}
