const wellFormed = /^[\w:.-]{8,64}$/;

/** The id that a front end gave this request, when it is one; else a new one. Members quote it. */
export function requestIdOf(headers: { get(name: string): string | null }): string {
  const given = headers.get("x-request-id");
  return given && wellFormed.test(given) ? given : crypto.randomUUID();
}
