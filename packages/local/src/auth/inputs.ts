import { z } from "zod";
import { validationFailed } from "./errors.ts";

/** Metadata rides in every access token and cookie, so it must stay small. */
const metadataBytes = 4096;

/** An address in lower case; the length is what mail servers accept. */
export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.email({ error: "Unable to validate email address: invalid format" }).max(254));

/** Facts that a caller gives about an account. */
export const MetadataInput = z
  .record(z.string(), z.unknown())
  .refine((data) => Buffer.byteLength(JSON.stringify(data)) <= metadataBytes, {
    error: `Metadata must not be longer than ${metadataBytes} bytes`,
  });

/** A password as typed; its rules are checked apart, since they have an answer of their own. */
export const Password = z.string().max(1024);

/** The fields with which a client begins a PKCE flow. */
export const challengeFields = {
  code_challenge: z.string().nullish(),
  code_challenge_method: z.string().nullish(),
};

/** A six-digit code; blanks and dashes that people type are dropped. */
export const Code = z
  .string()
  .max(32)
  .transform((text) => text.replace(/[\s-]/g, ""));

/**
 * Reads a request's body.
 * @throws {AuthError} validation_failed (400) naming the first field that is wrong
 */
export function parseBody<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
): z.output<Schema> {
  const parsed = schema.safeParse(body ?? {});
  if (parsed.success) {
    return parsed.data;
  }
  const [issue] = parsed.error.issues;
  const where = issue && issue.path.length > 0 ? `${issue.path.join(".")}: ` : "";
  throw validationFailed(`${where}${issue?.message ?? "Invalid input"}`);
}
