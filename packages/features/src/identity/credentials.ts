import { z } from "zod";

/** Fewest and most characters of a password; the most is what bcrypt-based services take in bytes. */
export const passwordLength = { min: 8, max: 72 } as const;

export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .min(1, "Please enter your e-mail address.")
  .pipe(z.email("Please enter a whole e-mail address, such as ada@example.org."));

/** A password that is being chosen. */
export const NewPassword = z
  .string()
  .min(passwordLength.min, `Please use at least ${passwordLength.min} characters.`)
  .refine(
    (value) => new TextEncoder().encode(value).length <= passwordLength.max,
    `Please use at most ${passwordLength.max} characters.`,
  );

/** A password that is being entered: any, so that nothing is told about it. */
export const GivenPassword = z.string().min(1, "Please enter your password.").max(1000);

/** Six digits of a mail or an authenticator; spaces are forgiven. */
export const SixDigits = z
  .string()
  .transform((value) => value.replace(/[\s-]/g, ""))
  .pipe(z.string().regex(/^\d{6}$/, "Please enter the 6 digits."));

/** Where to go afterwards; checked for safety where it is used. */
export const Next = z.string().max(2048).optional();
