/** The part of the day at an hour from 0 to 23, as a greeting. */
export function greetingAt(hour: number): string {
  if (hour < 5) {
    return "Good night";
  }
  if (hour < 12) {
    return "Good morning";
  }
  return hour < 18 ? "Good afternoon" : "Good evening";
}

/** The name to greet somebody by: the first word of their name, if they gave one. */
export function firstName(fullName: string | null): string | undefined {
  return fullName?.trim().split(/\s+/u).at(0) || undefined;
}
