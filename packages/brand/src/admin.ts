/** Who may enter a part of the administration: those with this role, and guardians. */
export type AdminRole = "operator" | "moderator" | "editor";

/** Icons of the administration; the shell maps each to a drawing. */
export type AdminIcon = "rules" | "simulator" | "ledger" | "moderation" | "anomalies" | "badges";

export interface AdminItem {
  href: string;
  label: string;
  icon: AdminIcon;
  role: AdminRole;
  /** What is done there, one sentence. */
  purpose: string;
}

/** The parts of the administration, in the order of the navigation. They live on Hub. */
export const adminNavigation: readonly AdminItem[] = [
  {
    href: "/admin/moderation",
    label: "Moderation",
    icon: "moderation",
    role: "moderator",
    purpose: "Decide about what members reported, and about appeals.",
  },
  {
    href: "/admin/rewards",
    label: "Reward rules",
    icon: "rules",
    role: "operator",
    purpose: "Change what is paid for what, after seeing what it would have done to the real past.",
  },
  {
    href: "/admin/simulator",
    label: "Simulator",
    icon: "simulator",
    role: "operator",
    purpose: "Run the economy over simulated members and compare scenarios.",
  },
  {
    href: "/admin/ledger",
    label: "Ledger",
    icon: "ledger",
    role: "operator",
    purpose: "Look at every movement of tokens, its formula, and take an award back.",
  },
  {
    href: "/admin/badges",
    label: "Badges",
    icon: "badges",
    role: "operator",
    purpose: "Write badges and their rules, and withdraw one with a reason.",
  },
  {
    href: "/admin/holds",
    label: "Holds",
    icon: "anomalies",
    role: "operator",
    purpose: "Decide on rewards that were kept back, and on appeals.",
  },
];
