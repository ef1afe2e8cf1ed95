import { expect, test } from "vitest";
import { isMember, issuerOf, memberClaims } from "./claims.ts";

const issuer = issuerOf("http://127.0.0.1:54321/");
const member = {
  iss: issuer,
  aud: "authenticated",
  role: "authenticated",
  sub: "0b0f2d64-6a0e-4c7e-9f60-27f8c3c2b5aa",
  session_id: "2c9d7a55-7b0c-4a57-8f0e-1f6a3f2f5c11",
  aal: "aal2",
  email: "ada@example.org",
  user_metadata: { is_guardian: true },
};

test("reduces a member's payload to what the database needs", () => {
  expect(memberClaims(member, issuer)).toEqual({
    sub: member.sub,
    role: "authenticated",
    session_id: member.session_id,
    aal: "aal2",
    email: "ada@example.org",
  });
});

test.each<[string, Record<string, unknown>]>([
  ["a project's public key", { iss: "supabase", role: "anon", ref: "abc" }],
  ["role anon signed by the same service", { ...member, role: "anon" }],
  ["the service's own key", { ...member, role: "service_role", sub: undefined }],
  ["another issuer", { ...member, iss: "http://evil.test/auth/v1" }],
  ["another audience", { ...member, aud: "other" }],
  ["several audiences", { ...member, aud: ["authenticated", "other"] }],
  ["no subject", { ...member, sub: undefined }],
  ["a subject that is no account", { ...member, sub: "admin" }],
  ["a subject with something behind it", { ...member, sub: `${member.sub}' or true` }],
  ["an anonymous sign-in", { ...member, is_anonymous: true }],
])("refuses %s", (_name, payload) => {
  expect(isMember(payload, issuer)).toBe(false);
  expect(memberClaims(payload, issuer)).toBeNull();
});

test("refuses nothing at all", () => {
  expect(memberClaims(null, issuer)).toBeNull();
});
