import { expect, test } from "vitest";
import { contentSecurityPolicy, createNonce, securityHeaders } from "./security-headers.ts";

const input = { nonce: "abc", dev: false, origins: ["https://go.example.org"] } as const;

test("allows scripts by nonce alone, and eval on the development server only", () => {
  expect(contentSecurityPolicy(input)).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
  expect(contentSecurityPolicy({ ...input, dev: true })).toContain("'unsafe-eval'");
});

test("lets forms end at a sibling app and nowhere else", () => {
  expect(contentSecurityPolicy(input)).toContain("form-action 'self' https://go.example.org;");
});

test("promises HTTPS in production only", () => {
  expect(securityHeaders("production")).toHaveProperty("strict-transport-security");
  expect(securityHeaders("development")).not.toHaveProperty("strict-transport-security");
});

test("never repeats a nonce", () => {
  expect(new Set(Array.from({ length: 1000 }, createNonce)).size).toBe(1000);
});
