import type { DemoPost } from "./talk.ts";

/** What was said in the hub. */
export const hubTalk: readonly DemoPost[] = [
  {
    key: "welcome",
    announced: true,
    by: "odile",
    platform: "hub",
    daysAgo: 20.6,
    tag: "LUCK",
    text: "Welcome to everybody who joined this month. One account opens all doors, your tokens travel with you, and the switcher at the top left takes you from house to house. If something is broken, write here; I read everything, with coffee.",
    comments: [
      { by: "mara", after: 1, text: "Thank you for the wallet page. It even explains itself." },
      { by: "tomas", after: 5, text: "Hello from Lisbon!" },
    ],
  },
  {
    key: "three-paths",
    by: "stellan",
    platform: "hub",
    daysAgo: 17.1,
    tag: "LUCK",
    text: "People ask which of the three paths to begin with. My answer is always the same: with the one that you talk about when nobody asked. The other two will come and fetch you. #beginnings",
    comments: [
      { by: "priya", after: 3, text: "Prosperity, apparently. My family confirms." },
      {
        by: "luc",
        after: 6,
        text: "I talked about engines. It took me ten years to see that I meant thinking.",
      },
    ],
  },
  {
    key: "sunday-1",
    by: "edwin",
    platform: "hub",
    daysAgo: 13.9,
    tag: "LUCK",
    text: 'Sunday meeting: sixty people, four houses, one question each. The most asked one was *what did you stop doing this year?* The best answer: "Explaining."',
    comments: [{ by: "zofia", after: 2, text: "That was me, and I am trying not to explain it." }],
  },
  {
    key: "cross-pollination",
    by: "mara",
    platform: "hub",
    daysAgo: 11.2,
    tag: "LUCK",
    text: "An Ascender asked me how I price, a Neothinker asked me why, and an Immortal asked me whether I had eaten. I have decided that this is what the hub is for.",
    comments: [
      { by: "amara", after: 1, text: "Had you?" },
      { by: "mara", after: 2, text: "I had not.", answers: 0 },
      { by: "stellan", after: 9, text: "All three questions, in that order, are most of my work." },
    ],
  },
  {
    key: "maintenance",
    by: "odile",
    platform: "hub",
    daysAgo: 7.8,
    tag: null,
    text: "House-keeping: last night's update was through in four minutes and nothing was lost. Search now understands beginnings of words and forgives typing slips. Press / anywhere and try it.",
    comments: [
      {
        by: "keiko",
        after: 2,
        text: "It found *café* when I typed cafe. As a translator: thank you.",
      },
    ],
  },
  {
    key: "sunday-2",
    by: "stellan",
    platform: "hub",
    daysAgo: 5.7,
    tag: "LUCK",
    text: "For next Sunday please bring one thing that you finished and one that you decided not to. We clap for both.",
    comments: [
      { by: "daniel", after: 2, text: "Not to: the reports nobody reads. Finished: the button." },
      { by: "hana", after: 7, text: "I will bring the applause." },
    ],
  },
  {
    key: "sections-question",
    by: "jonas",
    platform: "hub",
    daysAgo: 2.9,
    tag: "LUCK",
    text: "Is anybody else collecting small experiments? Mine this week: no opinion before lunch. Results so far: longer mornings, shorter lunches.",
    comments: [
      { by: "mara", after: 1, text: "Mine: no new tool until the old one is sharp." },
      { by: "rosalind", after: 4, text: "Mine: one errand on foot every day, the long way round." },
    ],
  },
  {
    key: "private-note",
    by: "mara",
    platform: "hub",
    daysAgo: 2.4,
    tag: null,
    visibility: "private",
    text: "Note to myself for Sunday: ask Stellan about the second bench, thank Amara, bring the three books.",
  },
  {
    key: "thanks",
    by: "mara",
    platform: "hub",
    daysAgo: 0.3,
    tag: "LUCK",
    text: "Short thank-you round: to Priya for the scorecard, to Amara for the first light, to Zofia for the question in the margin. I use all three every day now.",
    comments: [
      { by: "zofia", after: 1, text: "Whom does this help? Me, just now." },
      { by: "priya", after: 2, text: "This made my evening." },
    ],
  },
];
