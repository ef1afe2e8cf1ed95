/** Whether the viewer may use a platform, and if not, why. */
export type AccessState = "open" | "not_joined" | "expired" | "taken";

/** Why a platform is closed, in a sentence for the member. */
export const closedReasons: Record<Exclude<AccessState, "open">, string> = {
  not_joined: "You have not joined yet. Its onboarding lets you in.",
  expired: "Your access has run out.",
  taken: "Your access was ended.",
};
