const units = [
  { unit: "year", seconds: 31_556_952 },
  { unit: "month", seconds: 2_629_746 },
  { unit: "week", seconds: 604_800 },
  { unit: "day", seconds: 86_400 },
  { unit: "hour", seconds: 3_600 },
  { unit: "minute", seconds: 60 },
] as const;

const locale = "en";
const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });

/** How far a moment lies from another, in words: "just now", "3 minutes ago", "in 2 days". */
export function relativeTime(at: Date, now: Date): string {
  const seconds = (at.getTime() - now.getTime()) / 1000;
  const distance = Math.abs(seconds);
  for (const { unit, seconds: length } of units) {
    if (distance >= length) {
      return relative.format(Math.sign(seconds) * Math.floor(distance / length), unit);
    }
  }
  return "just now";
}

/** A moment in full with the zone's name, e.g. "Sunday, 22 November 2026 at 15:04 GMT+1". */
export function absoluteTime(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("en-GB", {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
    timeZone,
  }).format(at);
}

/** A day in short, e.g. "22 Nov 2026". */
export function shortDate(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone,
  }).format(at);
}
