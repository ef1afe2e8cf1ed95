import type { Weekday } from "@neothink/brand/platforms";

const weekdays: Record<Weekday, number> = { Sunday: 0, Monday: 1, Wednesday: 3, Friday: 5 };
const dayLength = 86_400_000;
const inWords = new Intl.DateTimeFormat("en-GB", {
  weekday: "long",
  day: "numeric",
  month: "long",
});

/** How many days from a date (in its own zone's calendar) to the next such weekday; 0 is today. */
export function daysUntil(weekday: Weekday, today: Date): number {
  return (weekdays[weekday] - today.getDay() + 7) % 7;
}

/** The date of the next such weekday in words: "today", "tomorrow", "on Friday 27 November". */
export function nextMeetingText(weekday: Weekday, today: Date): string {
  const days = daysUntil(weekday, today);
  if (days < 2) {
    return days === 0 ? "today" : "tomorrow";
  }
  const date = new Date(today.getTime() + days * dayLength);
  return `on ${inWords.format(date)}`;
}
