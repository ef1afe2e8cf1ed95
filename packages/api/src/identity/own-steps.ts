/** A choice that an app's own onboarding step offers. */
export interface StepOption {
  key: string;
  title: string;
  text: string;
  /** What doing it looks like: the question to answer, or the practices of a day. */
  details: readonly string[];
}

/** Neothinkers: thought exercises for a first evening; one of them is answered. */
export const firstExercises: readonly StepOption[] = [
  {
    key: "the_other_way_round",
    title: "The other way round",
    text: "Take something you are sure of and look for the strongest reason against it.",
    details: [
      "Write down one conviction, and the best argument that a clever opponent would bring.",
    ],
  },
  {
    key: "two_far_things",
    title: "Two far things",
    text: "Find what joins two subjects that seem to have nothing to do with each other.",
    details: ["Name two subjects that you know well. What does one explain about the other?"],
  },
  {
    key: "the_missing_question",
    title: "The missing question",
    text: "Look at a problem of yours and find the question that nobody has asked yet.",
    details: ["Describe the problem in one sentence, then write the question that is missing."],
  },
];

/** Immortals: small daily practices to begin with. Habits, no treatment. */
export const starterProtocols: readonly StepOption[] = [
  {
    key: "morning_light",
    title: "Morning light",
    text: "Set the day's rhythm with light and movement.",
    details: ["Ten minutes outside within an hour of waking", "A glass of water before coffee"],
  },
  {
    key: "steady_strength",
    title: "Steady strength",
    text: "Keep muscles and joints in use, a little every day.",
    details: ["Two sets of squats and push-ups", "A walk of ten minutes after one meal"],
  },
  {
    key: "evening_calm",
    title: "Evening calm",
    text: "Let the day end before you go to bed.",
    details: ["Screens away an hour before sleep", "Two minutes of slow breathing"],
  },
  {
    key: "simple_plate",
    title: "Simple plate",
    text: "Eat one meal a day that you could name every part of.",
    details: ["Half of the plate vegetables", "Nothing eaten while standing"],
  },
];

/** Ascenders: goals that help somebody who does not know where to begin. */
export const goalIdeas: readonly string[] = [
  "Talk to ten people who have the problem I want to solve",
  "Sell a first small offer to one customer",
  "Write down how my best piece of work is done",
];
