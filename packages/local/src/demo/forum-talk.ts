import type { PlatformSlug } from "@neothink/brand/platforms";

/** An answer in a topic of the demo data. */
export type DemoAnswer = {
  by: string;
  text: string;
  /** Hours after the question. */
  after: number;
  /** Who votes for it. */
  up?: readonly string[];
  down?: readonly string[];
  /** The asker accepts it. */
  accepted?: true;
  /** It replies to the answer before it. */
  reply?: true;
};

/** A topic of the demo data. */
export type DemoTopic = {
  key: string;
  by: string;
  platform: PlatformSlug;
  category: string;
  daysAgo: number;
  title: string;
  text: string;
  tags: readonly string[];
  /** Visitors may read it. */
  open?: true;
  answers: readonly DemoAnswer[];
};

/** What is asked and answered in the forums. */
export const forumTalk: readonly DemoTopic[] = [
  {
    key: "first-steps-order",
    by: "mara",
    platform: "hub",
    category: "start",
    daysAgo: 15,
    title: "In which order did you go through the three communities?",
    text: "I joined all of them in one week and now finish nothing. Did you go one by one, or did one of them pull the others along?",
    tags: ["beginning", "focus"],
    open: true,
    answers: [
      {
        by: "stellan",
        after: 3,
        up: ["mara", "odile", "edwin"],
        accepted: true,
        text: "One at a time, chosen by the week's biggest worry:\n\n1. Money keeps you awake: Ascenders.\n2. You do not know what you want: Neothinkers.\n3. You are simply tired: Immortals.\n\nThe other two wait. They always do.",
      },
      { by: "mara", after: 5, reply: true, text: "Tired, then. That was quick." },
      {
        by: "edwin",
        after: 22,
        up: ["odile"],
        text: "I went by weekday, since each house meets on its own day. It looks like order from outside.",
      },
    ],
  },
  {
    key: "weekly-report",
    by: "odile",
    platform: "hub",
    category: "ideas",
    daysAgo: 4,
    title: "Would you read a weekly page on how the network is doing?",
    text: "Numbers only, no pictures: who came, what was built, what broke. I would write it on Sundays.",
    tags: ["network", "writing"],
    answers: [
      {
        by: "edwin",
        after: 7,
        up: ["stellan", "mara"],
        text: "Yes, if *what broke* comes first.",
      },
    ],
  },
  {
    key: "raise-prices",
    by: "tomas",
    platform: "ascenders",
    category: "offers",
    daysAgo: 12,
    title: "How do you tell old customers that the price goes up?",
    text: "I repair cargo bikes for **forty families**. New customers pay a third more since October. The old ones do not know yet, and I meet them at the baker's.",
    tags: ["pricing", "customers"],
    open: true,
    answers: [
      {
        by: "priya",
        after: 2,
        up: ["tomas", "mara", "keiko", "stellan"],
        accepted: true,
        text: "One letter, three sentences: what changes, from when, and what stays as it was. Give them one more repair at the old price. Of my sixty, two left, and one came back.",
      },
      {
        by: "tomas",
        after: 9,
        reply: true,
        up: ["priya"],
        text: "The *one more at the old price* is what I was missing. Sent it this morning.",
      },
      {
        by: "mara",
        after: 26,
        up: ["priya"],
        text: "Tell the five you like best in person, before the letter. The others ask them whether it is fair.",
      },
    ],
  },
  {
    key: "first-hire",
    by: "priya",
    platform: "ascenders",
    category: "people",
    daysAgo: 9,
    title: "What did you hand over first when you hired?",
    text: "I have somebody for ten hours a week from December. Everything seems too small to explain or too big to give away.",
    tags: ["hiring", "systems"],
    answers: [
      {
        by: "stellan",
        after: 4,
        up: ["priya", "keiko"],
        text: "Whatever you did three times this week without learning anything. Write it down while you do it the fourth time.",
      },
      {
        by: "keiko",
        after: 31,
        text: "My invoices. I was slower than I thought, and she was not.",
        up: ["priya"],
      },
    ],
  },
  {
    key: "cold-calls",
    by: "keiko",
    platform: "ascenders",
    category: "customers",
    daysAgo: 6,
    title: "Does anybody still call people they do not know?",
    text: "I would rather translate a tax code. But letters bring nothing.",
    tags: ["customers", "first-offer"],
    answers: [
      {
        by: "tomas",
        after: 12,
        down: ["priya"],
        text: "No. I put a sign on my bike.",
      },
      {
        by: "mara",
        after: 15,
        up: ["keiko", "tomas"],
        text: "Ten calls, one morning, standing up. Ask about their work and sell nothing. I got two orders from people I never offered anything.",
      },
    ],
  },
  {
    key: "checklist-tool",
    by: "mara",
    platform: "ascenders",
    category: "systems",
    daysAgo: 2,
    title: "Paper or screen for the checklists in a workshop?",
    text: "Sawdust eats tablets and paper gets lost. What hangs on your wall?",
    tags: ["systems", "workshop"],
    answers: [],
  },
  {
    key: "best-wrong-answer",
    by: "jonas",
    platform: "neothinkers",
    category: "practice",
    daysAgo: 11,
    title: "How do you practise being wrong on purpose?",
    text: "My pupils collect the *best wrong answer* of each lesson. I would like something like it for myself, in the evening, in ten minutes.",
    tags: ["practice", "journal"],
    open: true,
    answers: [
      {
        by: "zofia",
        after: 6,
        up: ["jonas", "luc", "edwin"],
        accepted: true,
        text: "I write down one thing I was sure of in the morning, and the first person who would disagree. Then two sentences in that person's voice. It takes seven minutes and ruins about one belief a week.",
      },
      {
        by: "luc",
        after: 13,
        reply: true,
        up: ["zofia"],
        text: "In the engine room we called that the second watch.",
      },
    ],
  },
  {
    key: "word-without-twin",
    by: "zofia",
    platform: "neothinkers",
    category: "concepts",
    daysAgo: 5,
    title: "Is there a word for knowing something before you can say it?",
    text: "Not intuition, which claims too much. The moment before the sentence.",
    tags: ["language", "concept-maps"],
    answers: [
      {
        by: "keiko",
        after: 9,
        up: ["zofia", "jonas"],
        text: "Japanese has *kehai*, the sign of a presence that has not shown itself. It is used for people, but I borrow it for thoughts.",
      },
    ],
  },
  {
    key: "wake-at-four",
    by: "amara",
    platform: "immortals",
    category: "sleep",
    daysAgo: 10,
    title: "Awake at four, every night: what did you try?",
    text: "I sleep at nine like a stone and wake at four like a cock. The market opens at six, so it is not all bad.",
    tags: ["sleep", "early-mornings"],
    open: true,
    answers: [
      {
        by: "luc",
        after: 8,
        up: ["amara", "mara"],
        accepted: true,
        text: "Logged it for a month. It was the late light: no lamp above eye height after eight, and I sleep until half past five.",
      },
      {
        by: "stellan",
        after: 30,
        up: ["luc"],
        text: "And if nothing helps, call it morning. I wrote most of what I am proud of at four.",
      },
    ],
  },
  {
    key: "which-number",
    by: "luc",
    platform: "immortals",
    category: "measuring",
    daysAgo: 3,
    title: "If you could keep only one number, which one?",
    text: "I keep nineteen. My daughter says that it is a hobby, not health.",
    tags: ["logs", "measuring"],
    answers: [
      {
        by: "amara",
        after: 11,
        up: ["luc"],
        text: "How many mornings I wanted to get up. Thirty of thirty this month.",
      },
    ],
  },
];
