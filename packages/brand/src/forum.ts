import type { PlatformSlug } from "./platforms.ts";

/** A shelf of a forum. */
export interface ForumCategory {
  /** Value of `discussion_topics.category`, and of its subscriptions. */
  readonly slug: string;
  readonly name: string;
  /** What belongs there, one sentence. */
  readonly purpose: string;
}

const general: ForumCategory = {
  slug: "general",
  name: "General",
  purpose: "What fits nowhere else.",
};

/** The shelves of each platform's forum, in the order in which they are shown. */
export const forumCategories: Record<PlatformSlug, readonly ForumCategory[]> = {
  hub: [
    { slug: "start", name: "First steps", purpose: "Finding your way between the communities." },
    {
      slug: "paths",
      name: "Value paths",
      purpose: "Prosperity, happiness and longevity together.",
    },
    { slug: "tokens", name: "Tokens", purpose: "How the economy works and how it could." },
    { slug: "ideas", name: "Ideas", purpose: "What the network should build next." },
    general,
  ],
  ascenders: [
    { slug: "offers", name: "Offers and pricing", purpose: "What to sell, to whom, for how much." },
    { slug: "customers", name: "Customers", purpose: "Finding, serving and keeping them." },
    { slug: "systems", name: "Systems", purpose: "Work that goes on without you." },
    { slug: "people", name: "People", purpose: "Hiring, partners and teams." },
    general,
  ],
  neothinkers: [
    { slug: "concepts", name: "Concepts", purpose: "What an idea means and what it touches." },
    { slug: "practice", name: "Practice", purpose: "Exercises, journals and how to keep at them." },
    { slug: "reading", name: "Reading", purpose: "Books and texts, read together." },
    { slug: "objections", name: "Objections", purpose: "The best case against what we think." },
    general,
  ],
  immortals: [
    { slug: "sleep", name: "Sleep", purpose: "Rest, rhythm and light." },
    { slug: "movement", name: "Movement", purpose: "Strength, breath and staying able." },
    { slug: "food", name: "Food", purpose: "What, when and how much." },
    { slug: "measuring", name: "Measuring", purpose: "Numbers worth keeping, and what they say." },
    general,
  ],
};

/** Whether a platform's forum has such a shelf. */
export function isForumCategory(platform: PlatformSlug, slug: string): boolean {
  return forumCategories[platform].some((category) => category.slug === slug);
}
