import type { Assessment } from "./assessment.ts";

/** Immortals: how somebody keeps their strength. Habits only; no medical data is asked for. */
export const vitality: Assessment = {
  kind: "vitality",
  title: "Vitality",
  introduction:
    "Ten statements about your habits. This is a mirror for your practice and no medical advice; the answers stay private.",
  dimensions: [
    {
      key: "sleep",
      name: "Sleep",
      strength: "You rest well, and everything else stands on that.",
      nextStep: "Put the screen away an hour before bed on three evenings this week.",
    },
    {
      key: "movement",
      name: "Movement",
      strength: "Your body is used, daily and gladly.",
      nextStep: "Walk for ten minutes after one meal each day.",
    },
    {
      key: "nourishment",
      name: "Nourishment",
      strength: "You eat as somebody who means to be around for long.",
      nextStep: "Add one vegetable to a meal that has none yet.",
    },
    {
      key: "calm",
      name: "Calm",
      strength: "You can come to rest when you choose to.",
      nextStep: "Breathe slowly for two minutes at the same hour every day.",
    },
    {
      key: "purpose",
      name: "Purpose",
      strength: "You have reasons to want many more years.",
      nextStep: "Write down one thing you would like to see in fifty years.",
    },
  ],
  questions: [
    {
      key: "v1",
      dimension: "sleep",
      text: "I go to bed and get up at about the same time every day.",
    },
    {
      key: "v2",
      dimension: "movement",
      text: "On most days I move enough to breathe noticeably faster.",
    },
    { key: "v3", dimension: "nourishment", text: "Most of what I eat was cooked from scratch." },
    {
      key: "v4",
      dimension: "calm",
      reversed: true,
      text: "My thoughts keep racing when the day is over.",
    },
    { key: "v5", dimension: "purpose", text: "I am looking forward to something far away." },
    {
      key: "v6",
      dimension: "sleep",
      reversed: true,
      text: "I need something to wake up properly.",
    },
    {
      key: "v7",
      dimension: "movement",
      reversed: true,
      text: "I sit for hours without getting up.",
    },
    {
      key: "v8",
      dimension: "nourishment",
      reversed: true,
      text: "I eat without noticing that I do.",
    },
    { key: "v9", dimension: "calm", text: "I have a practice that calms me, and I use it." },
    {
      key: "v10",
      dimension: "purpose",
      text: "There are people or works for whom I want to stay well.",
    },
  ],
  portraits: {
    sleep: {
      name: "The Rested",
      text: "You have the foundation that most people lack. Build on it: the next habit will cost you less than it costs others.",
    },
    movement: {
      name: "The Mover",
      text: "Your body is awake. Let rest become as deliberate as effort, and the effort will carry further.",
    },
    nourishment: {
      name: "The Gardener",
      text: "You tend to yourself with care. Share a table now and then: what is eaten together nourishes twice.",
    },
    calm: {
      name: "The Still Water",
      text: "You can quieten yourself, and that protects you from much. Use the quiet to decide what you want the years for.",
    },
    purpose: {
      name: "The Long View",
      text: "You have a reason to last. Now let one small daily practice speak for it.",
    },
  },
  balanced: {
    name: "The Steady Flame",
    text: "Your habits stand at an even height. Choose the one that you would most like to have in ten years, and begin there.",
  },
};
