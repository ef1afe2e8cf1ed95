import type { PlatformSlug } from "@neothink/brand/platforms";
import { demoAccounts } from "./accounts.ts";

/** Somebody of the demo data. */
export type DemoPerson = {
  /** Short name that posts and comments use. */
  key: string;
  email: string;
  name: string;
  bio: string;
  interests: readonly string[];
  timezone: string;
  /** Apps whose first entry the person has completed. */
  platforms: readonly PlatformSlug[];
  /** App whose first entry the person has begun and not completed. */
  begun?: PlatformSlug;
  tier?: "premium" | "superachiever";
  /** Role in every community. */
  role?: "editor" | "builder";
  strategist?: boolean;
  /** How long ago the person joined. */
  joinedDaysAgo: number;
};

function account(role: (typeof demoAccounts)[number]["role"]): { email: string; name: string } {
  const found = demoAccounts.find((one) => one.role === role);
  if (!found) {
    throw new Error(`There is no demo account for ${role}.`);
  }
  return { email: found.email, name: found.name };
}

const all = ["hub", "ascenders", "neothinkers", "immortals"] as const;

/** Everybody in the demo data. */
export const demoPeople: readonly DemoPerson[] = [
  {
    key: "mara",
    ...account("member"),
    bio: "Furniture maker who is turning a workshop into a small company. Reads too late at night.",
    interests: ["craft", "pricing", "reading", "walking"],
    timezone: "Europe/Stockholm",
    platforms: all,
    tier: "superachiever",
    joinedDaysAgo: 64,
  },
  {
    key: "edwin",
    ...account("editor"),
    bio: "Edits what we publish. Believes that most texts are improved by leaving out the first page.",
    interests: ["writing", "teaching", "jazz"],
    timezone: "Africa/Lagos",
    platforms: all,
    role: "editor",
    joinedDaysAgo: 71,
  },
  {
    key: "odile",
    ...account("operator"),
    bio: "Keeps the four houses running and answers when something does not.",
    interests: ["systems", "gardens"],
    timezone: "Europe/Rome",
    platforms: all,
    role: "builder",
    joinedDaysAgo: 73,
  },
  {
    key: "stellan",
    ...account("strategist"),
    bio: "Strategist. Thirty years of helping people find the one next step that matters.",
    interests: ["strategy", "coaching", "sailing"],
    timezone: "Europe/Oslo",
    platforms: all,
    strategist: true,
    joinedDaysAgo: 70,
  },
  {
    key: "priya",
    email: "priya.raghunathan@neothink.local",
    name: "Priya Raghunathan",
    bio: "Runs a bookkeeping studio of three. Wants it to run without her by spring.",
    interests: ["systems", "hiring", "spreadsheets"],
    timezone: "Asia/Kolkata",
    platforms: ["ascenders"],
    tier: "premium",
    joinedDaysAgo: 52,
  },
  {
    key: "tomas",
    email: "tomas.figueira@neothink.local",
    name: "Tomás Figueira",
    bio: "Repairs bicycles in Lisbon and is learning to sell more than his hours.",
    interests: ["bicycles", "local business", "photography"],
    timezone: "Europe/Lisbon",
    platforms: ["ascenders"],
    joinedDaysAgo: 41,
  },
  {
    key: "keiko",
    email: "keiko.arai@neothink.local",
    name: "Keiko Arai",
    bio: "Translator between Japanese and English, collects words that have no twin.",
    interests: ["language", "concept maps", "first offer"],
    timezone: "Asia/Tokyo",
    platforms: ["ascenders", "neothinkers"],
    joinedDaysAgo: 48,
  },
  {
    key: "jonas",
    email: "jonas.weidmann@neothink.local",
    name: "Jonas Weidmann",
    bio: "Physics teacher. Asks his pupils for the best wrong answer first.",
    interests: ["teaching", "physics", "chess"],
    timezone: "Europe/Berlin",
    platforms: ["neothinkers"],
    joinedDaysAgo: 57,
  },
  {
    key: "amara",
    email: "amara.diallo@neothink.local",
    name: "Amara Diallo",
    bio: "Market gardener outside Dakar. Up before the birds, asleep before the news.",
    interests: ["gardening", "early mornings", "running"],
    timezone: "Africa/Dakar",
    platforms: ["immortals"],
    joinedDaysAgo: 44,
  },
  {
    key: "luc",
    email: "luc.verhoeven@neothink.local",
    name: "Luc Verhoeven",
    bio: "Retired ship's engineer who treats his habits like an engine room: log everything.",
    interests: ["logs", "swimming", "philosophy"],
    timezone: "Europe/Brussels",
    platforms: ["neothinkers", "immortals"],
    joinedDaysAgo: 60,
  },
  {
    key: "zofia",
    email: "zofia.krawczyk@neothink.local",
    name: "Zofia Krawczyk",
    bio: "Archivist. Likes questions that are older than their answers.",
    interests: ["history", "journals", "concept maps"],
    timezone: "Europe/Warsaw",
    platforms: ["neothinkers"],
    joinedDaysAgo: 38,
  },
  {
    key: "daniel",
    email: "daniel.mbeki@neothink.local",
    name: "Daniel Mbeki",
    bio: "Builds booking tools for small guest houses, one polite phone call at a time.",
    interests: ["software", "sales", "hospitality"],
    timezone: "Africa/Johannesburg",
    platforms: ["ascenders"],
    joinedDaysAgo: 35,
  },
  {
    key: "hana",
    email: "hana.novotna@neothink.local",
    name: "Hana Novotná",
    bio: "Dancer turned Pilates teacher. Interested in what still works at eighty.",
    interests: ["movement", "music", "patience"],
    timezone: "Europe/Prague",
    platforms: ["immortals"],
    joinedDaysAgo: 49,
  },
  {
    key: "samir",
    email: "samir.haddad@neothink.local",
    name: "Samir Haddad",
    bio: "Bakes bread for four cafés in Beirut and would like to bake less and plan more.",
    interests: ["baking", "delegation", "sleep"],
    timezone: "Asia/Beirut",
    platforms: ["ascenders", "immortals"],
    joinedDaysAgo: 33,
  },
  {
    key: "rosalind",
    email: "rosalind.achterberg@neothink.local",
    name: "Rosalind Achterberg",
    bio: "Landscape architect. Draws the problem before she talks about it.",
    interests: ["drawing", "cities", "thought exercises"],
    timezone: "Europe/Amsterdam",
    platforms: ["neothinkers"],
    joinedDaysAgo: 29,
  },
  {
    key: "ewan",
    email: "ewan.macrae@neothink.local",
    name: "Ewan MacRae",
    bio: "Joiner, new here, still looking around.",
    interests: ["woodwork"],
    timezone: "Europe/London",
    platforms: [],
    begun: "ascenders",
    joinedDaysAgo: 2,
  },
];
