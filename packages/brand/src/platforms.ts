import type { TokenType } from "./tokens.ts";

export const platformSlugs = ["hub", "ascenders", "neothinkers", "immortals"] as const;

/** The four platforms, as the database and the addresses spell them. */
export type PlatformSlug = (typeof platformSlugs)[number];

export type ValuePath = "prosperity" | "happiness" | "longevity";
export type PersonaFlag = "is_ascender" | "is_neothinker" | "is_immortal";
export type Weekday = "Sunday" | "Monday" | "Wednesday" | "Friday";
/** The platform's mark: a drawing in the shell, named by what it shows. */
export type MarkName = "spark" | "peak" | "lens" | "bolt";
/** Icons that navigation may ask for; the shell maps each to a drawing. */
export type NavigationIcon = "home" | "feed" | "wallet" | "settings";

export interface NavigationItem {
  href: string;
  label: string;
  icon: NavigationIcon;
}

export interface Section {
  slug: string;
  name: string;
}

export interface OnboardingStep {
  key: "platforms" | "goals" | "exercises" | "protocol";
  title: string;
  /** What the step asks for, one sentence. */
  purpose: string;
}

export interface Platform {
  slug: PlatformSlug;
  name: string;
  /** One member of this community, in the singular. */
  persona: string;
  /** The community in the plural, as a sentence speaks of it. */
  members: string;
  domain: string;
  tagline: string;
  /** One sentence on what this platform is; also the meta description. */
  description: string;
  /** What a member finds there, for the switcher: three short phrases. */
  holds: readonly [string, string, string];
  token: TokenType;
  valuePaths: readonly ValuePath[];
  /** Null for the hub, which is open to every persona. */
  personaFlag: PersonaFlag | null;
  mark: MarkName;
  sections: readonly Section[];
  navigation: readonly NavigationItem[];
  onboardingStep: OnboardingStep;
  assessment: "general" | "business_potential" | "thinking_style" | "vitality";
  assessmentTitle: string;
  communityFeatures: readonly string[];
  featureKeys: readonly string[];
  meetingDay: Weekday;
  /** The name in the From line of this platform's mail. */
  mailSender: string;
  /** Added to the base port when the four apps run on one machine. */
  portOffset: 0 | 1 | 2 | 3;
}

const hub: Platform = {
  slug: "hub",
  name: "Hub",
  persona: "superachiever",
  members: "Superachievers",
  domain: "go.neothink.io",
  tagline: "One life, three paths, one account.",
  description:
    "The meeting place of Ascenders, Neothinkers and Immortals: one account, one feed and one wallet for prosperity, happiness and longevity.",
  holds: ["Everything in one place", "LUCK and all balances", "Sunday meeting"],
  token: "LUCK",
  valuePaths: ["prosperity", "happiness", "longevity"],
  personaFlag: null,
  mark: "spark",
  sections: [
    { slug: "discover", name: "Discover" },
    { slug: "onboard", name: "Onboard" },
    { slug: "progress", name: "Progress" },
    { slug: "endgame", name: "Endgame" },
  ],
  navigation: [
    { href: "/home", label: "Overview", icon: "home" },
    { href: "/community", label: "Community", icon: "feed" },
    { href: "/wallet", label: "Wallet", icon: "wallet" },
    { href: "/settings", label: "Settings", icon: "settings" },
  ],
  onboardingStep: {
    key: "platforms",
    title: "Explore the platforms",
    purpose: "Choose the communities that you want to be part of.",
  },
  assessment: "general",
  assessmentTitle: "Where you stand",
  communityFeatures: ["forums", "connections", "groups"],
  featureKeys: ["platform_overview", "cross_platform_insights", "user_management"],
  meetingDay: "Sunday",
  mailSender: "Neothink+",
  portOffset: 0,
};

const ascenders: Platform = {
  slug: "ascenders",
  name: "Ascenders",
  persona: "ascender",
  members: "Ascenders",
  domain: "joinascenders.org",
  tagline: "Create value. Keep climbing.",
  description:
    "A community of value creators who build businesses together: from a first offer to a company that grows without you.",
  holds: ["Building a business", "LIVE for value created", "Monday meeting"],
  token: "LIVE",
  valuePaths: ["prosperity"],
  personaFlag: "is_ascender",
  mark: "peak",
  sections: [
    { slug: "ascender", name: "Ascender" },
    { slug: "ascension", name: "Ascension" },
    { slug: "flow", name: "FLOW" },
    { slug: "ascenders", name: "Ascenders" },
  ],
  navigation: [
    { href: "/home", label: "Dashboard", icon: "home" },
    { href: "/community", label: "Community", icon: "feed" },
    { href: "/wallet", label: "Wallet", icon: "wallet" },
    { href: "/settings", label: "Settings", icon: "settings" },
  ],
  onboardingStep: {
    key: "goals",
    title: "Set your goals",
    purpose: "Say what you want to build and by when.",
  },
  assessment: "business_potential",
  assessmentTitle: "Business potential",
  communityFeatures: ["networking", "masterminds", "partnerships"],
  featureKeys: ["business_tools", "prosperity_framework", "wealth_strategies"],
  meetingDay: "Monday",
  mailSender: "Ascenders",
  portOffset: 1,
};

const neothinkers: Platform = {
  slug: "neothinkers",
  name: "Neothinkers",
  persona: "neothinker",
  members: "Neothinkers",
  domain: "joinneothinkers.org",
  tagline: "Think in whole pictures.",
  description:
    "A fellowship of integrated thinkers: learn, question and connect ideas until separate facts become one picture.",
  holds: ["Learning and thinking", "LOVE for insight shared", "Wednesday meeting"],
  token: "LOVE",
  valuePaths: ["happiness"],
  personaFlag: "is_neothinker",
  mark: "lens",
  sections: [
    { slug: "neothinker", name: "Neothinker" },
    { slug: "neothink", name: "Neothink" },
    { slug: "mark-hamilton", name: "Mark Hamilton" },
    { slug: "neothinkers", name: "Neothinkers" },
  ],
  navigation: [
    { href: "/home", label: "Dashboard", icon: "home" },
    { href: "/community", label: "Discussions", icon: "feed" },
    { href: "/wallet", label: "Wallet", icon: "wallet" },
    { href: "/settings", label: "Settings", icon: "settings" },
  ],
  onboardingStep: {
    key: "exercises",
    title: "First exercises",
    purpose: "Choose the thought exercises that you want to begin with.",
  },
  assessment: "thinking_style",
  assessmentTitle: "Thinking style",
  communityFeatures: ["think_tanks", "study_groups", "mentorship"],
  featureKeys: ["thought_exercises", "concepts", "personal_journal"],
  meetingDay: "Wednesday",
  mailSender: "Neothinkers",
  portOffset: 2,
};

const immortals: Platform = {
  slug: "immortals",
  name: "Immortals",
  persona: "immortal",
  members: "Immortals",
  domain: "joinimmortals.org",
  tagline: "Make time your ally.",
  description:
    "A community of self-leaders who treat health as a craft: measure, practise, and plan for a long life lived well.",
  holds: ["Health and longevity", "LIFE for practice kept", "Friday meeting"],
  token: "LIFE",
  valuePaths: ["longevity"],
  personaFlag: "is_immortal",
  mark: "bolt",
  sections: [
    { slug: "immortal", name: "Immortal" },
    { slug: "immortalis", name: "Immortalis" },
    { slug: "project-life", name: "Project Life" },
    { slug: "immortals", name: "Immortals" },
  ],
  navigation: [
    { href: "/home", label: "Dashboard", icon: "home" },
    { href: "/community", label: "Network", icon: "feed" },
    { href: "/wallet", label: "Wallet", icon: "wallet" },
    { href: "/settings", label: "Settings", icon: "settings" },
  ],
  onboardingStep: {
    key: "protocol",
    title: "Your first protocol",
    purpose: "Pick the practices that you want to keep from day to day.",
  },
  assessment: "vitality",
  assessmentTitle: "Vitality",
  communityFeatures: ["health_circles", "accountability", "challenges"],
  featureKeys: ["health_dashboard", "longevity_protocols", "biomarkers"],
  meetingDay: "Friday",
  mailSender: "Immortals",
  portOffset: 3,
};

/** Who the four platforms are. The only place where they differ by value. */
export const platforms: Record<PlatformSlug, Platform> = { hub, ascenders, neothinkers, immortals };

/** True when the text is the slug of one of the four platforms. */
export function isPlatformSlug(value: unknown): value is PlatformSlug {
  return platformSlugs.some((slug) => slug === value);
}
