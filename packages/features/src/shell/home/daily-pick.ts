const dayLength = 86_400_000;

/** One entry of a list for each day (UTC), in turn; the same all day for everybody. */
export function pickForDay<Entry>(entries: readonly [Entry, ...Entry[]], now: Date): Entry {
  const day = Math.floor(now.getTime() / dayLength);
  return entries[day % entries.length] ?? entries[0];
}
