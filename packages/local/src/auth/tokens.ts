import { createHmac, timingSafeEqual } from "node:crypto";
import type { JWTPayload } from "jose";
import { createLocalJWKSet, jwtVerify, SignJWT } from "jose";
import { z } from "zod";
import type { SigningKeys } from "./keys.ts";

/** How a session was proved: one entry per proof, newest first. Timestamps are Unix seconds. */
export interface Proof {
  method: string;
  timestamp: number;
}

/** What an access token says beside the registered claims. */
export interface AccessTokenClaims {
  sub: string;
  email: string;
  app_metadata: Record<string, unknown>;
  user_metadata: Record<string, unknown>;
  aal: "aal1" | "aal2";
  amr: Proof[];
  session_id: string;
}

const Verified = z.object({ sub: z.uuid(), session_id: z.uuid() });

/** Signs and checks access tokens. */
export interface AccessTokens {
  /** Seconds that a token lives. */
  readonly lifetime: number;
  sign(claims: AccessTokenClaims): Promise<{ token: string; expiresAt: number }>;
  /** The subject and session of a token of ours that is valid now, or null. */
  verify(token: string): Promise<z.infer<typeof Verified> | null>;
}

/** Makes the signer of one issuer. Only ES256 with a key of ours is accepted, by its `kid`. */
export function createAccessTokens(
  keys: SigningKeys,
  issuer: string,
  lifetime: number,
): AccessTokens {
  const keySet = createLocalJWKSet({ keys: [...keys.published] });
  const audience = "authenticated";
  return {
    lifetime,
    async sign(claims) {
      const issuedAt = Math.floor(Date.now() / 1000);
      const expiresAt = issuedAt + lifetime;
      const { sub, ...rest } = claims;
      const payload: JWTPayload = {
        ...rest,
        phone: "",
        role: "authenticated",
        is_anonymous: false,
      };
      const token = await new SignJWT(payload)
        .setProtectedHeader({ alg: "ES256", kid: keys.kid, typ: "JWT" })
        .setIssuer(issuer)
        .setSubject(sub)
        .setAudience(audience)
        .setIssuedAt(issuedAt)
        .setExpirationTime(expiresAt)
        .sign(keys.privateKey);
      return { token, expiresAt };
    },
    async verify(token) {
      try {
        const { payload } = await jwtVerify(token, keySet, {
          algorithms: ["ES256"],
          issuer,
          audience,
        });
        return Verified.safeParse(payload).data ?? null;
      } catch {
        return null;
      }
    },
  };
}

const version = 1;
const headBytes = 25;
const signatureBytes = 32;

/** What a refresh token says: which session, and which of its tokens. */
export interface RefreshToken {
  sessionId: string;
  counter: number;
  head: Buffer;
  signature: Buffer;
}

/** Writes a refresh token: version, session, counter, and an HMAC of them with the session's key. */
export function writeRefreshToken(sessionId: string, counter: number, key: Buffer): string {
  const head = Buffer.alloc(headBytes);
  head.writeUInt8(version, 0);
  head.write(sessionId.replaceAll("-", ""), 1, "hex");
  head.writeBigUInt64BE(BigInt(counter), 17);
  return Buffer.concat([head, sign(head, key)]).toString("base64url");
}

/** Reads a refresh token; null when it is none of ours. The signature is not checked yet. */
export function readRefreshToken(token: string): RefreshToken | null {
  const bytes = /^[A-Za-z0-9_-]+$/.test(token) ? Buffer.from(token, "base64url") : Buffer.alloc(0);
  if (bytes.length !== headBytes + signatureBytes || bytes.readUInt8(0) !== version) {
    return null;
  }
  const counter = bytes.readBigUInt64BE(17);
  if (counter > BigInt(Number.MAX_SAFE_INTEGER)) {
    return null;
  }
  const hex = bytes.toString("hex", 1, 17);
  return {
    sessionId: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5"),
    counter: Number(counter),
    head: bytes.subarray(0, headBytes),
    signature: bytes.subarray(headBytes),
  };
}

/** Whether the token was made with this session key. */
export function isSignedBy(token: RefreshToken, key: Buffer): boolean {
  return timingSafeEqual(token.signature, sign(token.head, key));
}

function sign(head: Buffer, key: Buffer): Buffer {
  return createHmac("sha256", key).update(head).digest();
}
