/** How good a password is, with the one thing that would help most. */
export interface PasswordStrength {
  /** 0 too short, 1 weak, 2 fair, 3 good, 4 strong. */
  score: 0 | 1 | 2 | 3 | 4;
  label: string;
  hint: string;
}

const labels = ["Too short", "Weak", "Fair", "Good", "Strong"] as const;
const runs = ["abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"];

/** The length that counts: repeated characters and keyboard runs add next to nothing. */
function effectiveLength(password: string): number {
  const lower = password.toLowerCase();
  let length = 0;
  for (let index = 0; index < lower.length; index += 1) {
    const pair = lower.slice(Math.max(0, index - 1), index + 1);
    const backwards = [...pair].reverse().join("");
    const dull =
      pair.length === 2 &&
      (pair[0] === pair[1] || runs.some((run) => run.includes(pair) || run.includes(backwards)));
    length += dull ? 0.25 : 1;
  }
  return length;
}

function kinds(password: string): number {
  return [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[^\p{L}\d]/u].filter((kind) => kind.test(password)).length;
}

/** Parts of what the person told us, which others can guess. */
function holdsKnown(password: string, known: readonly string[]): boolean {
  const lower = password.toLowerCase();
  return known
    .flatMap((value) => value.toLowerCase().split(/[\s@._-]+/))
    .some((part) => part.length >= 4 && lower.includes(part));
}

/**
 * Judges a password by its length above all. A help while typing, no rule: the auth service
 * decides, and refuses common passwords.
 */
export function passwordStrength(password: string, known: readonly string[]): PasswordStrength {
  if (password.length < 8) {
    return { score: 0, label: labels[0], hint: "At least 8 characters; a short sentence is best." };
  }
  if (holdsKnown(password, known)) {
    return { score: 1, label: labels[1], hint: "It contains your name or address." };
  }
  const points = effectiveLength(password) + (kinds(password) - 1) * 2;
  if (points < 9) {
    return { score: 1, label: labels[1], hint: "It follows a pattern. Add a few unrelated words." };
  }
  if (points < 13) {
    return { score: 2, label: labels[2], hint: "Longer is stronger: add one more word." };
  }
  if (points < 18) {
    return { score: 3, label: labels[3], hint: "Do not use it anywhere else." };
  }
  return { score: 4, label: labels[4], hint: "Do not use it anywhere else." };
}
