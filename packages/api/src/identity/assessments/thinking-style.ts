import type { Assessment } from "./assessment.ts";

/** Neothinkers: how somebody thinks. */
export const thinkingStyle: Assessment = {
  kind: "thinking_style",
  title: "Thinking style",
  introduction:
    "Twelve statements about how you come to know things. Every style is a tool; the picture shows which ones lie closest to your hand.",
  dimensions: [
    {
      key: "analytical",
      name: "Analytical",
      strength: "You take things apart until each piece can be checked.",
      nextStep: "Take one opinion of yours and list what would have to be true for it to hold.",
    },
    {
      key: "integrative",
      name: "Integrative",
      strength: "You see how distant things belong together.",
      nextStep: "Connect two ideas from different fields in one drawing.",
    },
    {
      key: "creative",
      name: "Creative",
      strength: "You find possibilities where others see a given.",
      nextStep: "Find ten uses for something on your desk; keep going after the fifth.",
    },
    {
      key: "practical",
      name: "Practical",
      strength: "You ask what follows from a thought, and try it.",
      nextStep: "Turn the last thing you read into one act you can finish today.",
    },
    {
      key: "reflective",
      name: "Reflective",
      strength: "You watch your own thinking and notice where it leans.",
      nextStep: "End three days this week with one written line: what did I assume today?",
    },
    {
      key: "dialogic",
      name: "Dialogic",
      strength: "You think best with others, and make them think better.",
      nextStep: "Put a question to the community whose answer you really do not know.",
    },
  ],
  questions: [
    {
      key: "t1",
      dimension: "analytical",
      text: "Before I agree, I want to know how a claim was arrived at.",
    },
    {
      key: "t2",
      dimension: "integrative",
      text: "I often notice the same pattern in quite different fields.",
    },
    { key: "t3", dimension: "creative", text: "My first idea is seldom the one I keep." },
    { key: "t4", dimension: "practical", text: "I understand a thing once I have tried it." },
    {
      key: "t5",
      dimension: "reflective",
      text: "I can name an opinion that I gave up in the last year.",
    },
    { key: "t6", dimension: "dialogic", text: "A good conversation changes what I think." },
    {
      key: "t7",
      dimension: "analytical",
      reversed: true,
      text: "Numbers and definitions tire me quickly.",
    },
    {
      key: "t8",
      dimension: "integrative",
      reversed: true,
      text: "I prefer to deal with one subject and leave the others alone.",
    },
    {
      key: "t9",
      dimension: "creative",
      reversed: true,
      text: "I like it best when the way to do something is given.",
    },
    {
      key: "t10",
      dimension: "practical",
      reversed: true,
      text: "I enjoy ideas most when nothing has to come of them.",
    },
    { key: "t11", dimension: "reflective", text: "I keep a record of my thoughts." },
    {
      key: "t12",
      dimension: "dialogic",
      reversed: true,
      text: "I would rather work a problem out alone, whoever offers help.",
    },
  ],
  portraits: {
    analytical: {
      name: "The Lens",
      text: "You bring things into focus. Share how you reached a conclusion, not only the conclusion: the way is what others can learn from.",
    },
    integrative: {
      name: "The Weaver",
      text: "You join threads into a whole. Check now and then that each thread would hold by itself.",
    },
    creative: {
      name: "The Spring",
      text: "Ideas rise in you faster than you can use them. Give the best one a month before you turn to the next.",
    },
    practical: {
      name: "The Hand",
      text: "You think by doing. Leave an evening free for a question that has no use at all; it tends to pay later.",
    },
    reflective: {
      name: "The Mirror",
      text: "You see yourself think, which few people do. Let others see it as well: it invites honesty.",
    },
    dialogic: {
      name: "The Round Table",
      text: "Your mind opens in company. Write down what you meant to say before you hear the others, and compare.",
    },
  },
  balanced: {
    name: "The Full Toolbox",
    text: "You use all styles to a similar degree. Try to notice which one you reach for first under pressure; that is your home, and a good place to leave from.",
  },
};
