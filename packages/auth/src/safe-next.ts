const base = "https://same.invalid";

function hasControlCharacter(value: string): boolean {
  for (const character of value) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x20 || code === 0x7f) {
      return true;
    }
  }
  return false;
}

/**
 * A path on this origin to go to after signing in, or the fallback.
 * Refuses other origins, `//host`, backslashes (browsers read them as slashes) and control
 * characters (browsers drop them, so `/\t/host` would become `//host`).
 */
export function safeNext(next: string | null | undefined, fallback = "/home"): string {
  if (
    typeof next !== "string" ||
    next.length > 2048 ||
    !next.startsWith("/") ||
    next.startsWith("//") ||
    next.includes("\\") ||
    hasControlCharacter(next)
  ) {
    return fallback;
  }
  let url: URL;
  try {
    url = new URL(next, base);
  } catch {
    return fallback;
  }
  // Dot segments can leave a path that starts with two slashes, which is another host.
  if (url.origin !== base || url.pathname.startsWith("//")) {
    return fallback;
  }
  return `${url.pathname}${url.search}${url.hash}`;
}
