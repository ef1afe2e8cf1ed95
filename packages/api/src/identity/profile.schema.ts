import { z } from "zod";

/** Longest texts, in characters, as the table's checks have them. */
export const profileLimits = { name: 80, bio: 500 } as const;

const valuePath = z.enum(["prosperity", "happiness", "longevity"]);

/** A shown name: trimmed, without line breaks. */
export const FullName = z
  .string()
  .trim()
  .min(1, "Please enter your name.")
  .max(profileLimits.name, `Please keep your name within ${profileLimits.name} characters.`)
  .regex(/^[^\p{Cc}]*$/u, "Please leave out line breaks and control characters.");

/** An IANA time zone that this machine knows. */
export const Timezone = z
  .string()
  .max(64)
  .refine(isTimezone, "Please choose a time zone from the list.");

function isTimezone(value: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: value }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/** What a member may change about themself; what is left out stays. */
export const ProfileUpdate = z.object({
  fullName: FullName.optional(),
  bio: z
    .string()
    .trim()
    .max(profileLimits.bio, `Please keep this within ${profileLimits.bio} characters.`)
    .optional(),
  timezone: Timezone.optional(),
  valuePaths: z.array(valuePath).max(3).optional(),
});
export type ProfileUpdate = z.infer<typeof ProfileUpdate>;

/** A picture as base64 of a WebP, PNG or JPEG file; the browser has cut it to 256 pixels. */
export const AvatarUpload = z.object({
  data: z.base64().max(400_000, "The picture is too big."),
});
export type AvatarUpload = z.infer<typeof AvatarUpload>;

/** A code from a letter or a friend; case and spaces around it do not matter. */
export const InviteCode = z
  .string()
  .trim()
  .min(4, "An invitation code has at least 4 characters.")
  .max(64, "An invitation code has at most 64 characters.");

/** The account that brought a newcomer. */
export const ReferrerId = z.guid();
