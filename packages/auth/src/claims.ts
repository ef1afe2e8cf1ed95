/** Who a request acts for, reduced to what the database and the pages need. */
export interface Claims {
  sub: string;
  role: "authenticated";
  session_id?: string;
  aal?: "aal1" | "aal2";
  email?: string;
}

type Payload = Readonly<Record<string, unknown>>;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The `iss` that tokens of an auth service at this base address carry. */
export function issuerOf(supabaseUrl: string): string {
  return `${supabaseUrl.replace(/\/+$/, "")}/auth/v1`;
}

/**
 * Whether a verified payload is a signed-in person's. A valid signature alone is not enough:
 * a project's public key can itself be a token signed by the same key, with role `anon`.
 */
export function isMember(payload: Payload, issuer: string): boolean {
  const audience = payload.aud;
  const forUs =
    audience === "authenticated" ||
    (Array.isArray(audience) && audience.length === 1 && audience[0] === "authenticated");
  return (
    forUs &&
    payload.role === "authenticated" &&
    payload.iss === issuer &&
    payload.is_anonymous !== true &&
    typeof payload.sub === "string" &&
    uuid.test(payload.sub)
  );
}

/** The claims of a verified payload, or null when it is not a member's. */
export function memberClaims(payload: Payload | null | undefined, issuer: string): Claims | null {
  if (!payload || !isMember(payload, issuer) || typeof payload.sub !== "string") {
    return null;
  }
  return {
    sub: payload.sub.toLowerCase(),
    role: "authenticated",
    ...(typeof payload.session_id === "string" ? { session_id: payload.session_id } : {}),
    ...(payload.aal === "aal1" || payload.aal === "aal2" ? { aal: payload.aal } : {}),
    ...(typeof payload.email === "string" && payload.email !== "" ? { email: payload.email } : {}),
  };
}
