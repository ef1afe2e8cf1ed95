import type { Assessment } from "./assessment.ts";

/** Ascenders: what somebody brings for building a business. */
export const businessPotential: Assessment = {
  kind: "business_potential",
  title: "Business potential",
  introduction:
    "Ten statements about how you work and decide. The result shows which part of building a business comes naturally to you and which one to practise first.",
  dimensions: [
    {
      key: "initiative",
      name: "Initiative",
      strength: "You begin before conditions are perfect, which is half of every venture.",
      nextStep: "Pick one thing you have put off, and do its first ten minutes today.",
    },
    {
      key: "value",
      name: "Value creation",
      strength: "You see what others need and can make it better than it was.",
      nextStep: "Ask three people what cost them the most time last week, and listen.",
    },
    {
      key: "selling",
      name: "Selling",
      strength: "You can say what you offer, name a price and hear a no.",
      nextStep: "Describe your offer in two sentences to one real person, with a price.",
    },
    {
      key: "systems",
      name: "Systems",
      strength: "What you do twice, you turn into a way of doing it.",
      nextStep: "Write the five steps of one task so that somebody else could do it.",
    },
    {
      key: "resilience",
      name: "Resilience",
      strength: "Setbacks teach you more than they cost you.",
      nextStep: "Note your last failure and the one sentence you took from it.",
    },
  ],
  questions: [
    { key: "b1", dimension: "initiative", text: "When something should exist, I start making it." },
    { key: "b2", dimension: "value", text: "People ask me to solve a certain kind of problem." },
    { key: "b3", dimension: "selling", text: "I can name a price without apologising for it." },
    {
      key: "b4",
      dimension: "systems",
      text: "If I were away for a month, most of my work would go on.",
    },
    {
      key: "b5",
      dimension: "resilience",
      reversed: true,
      text: "One refusal can keep me from trying again for weeks.",
    },
    {
      key: "b6",
      dimension: "initiative",
      reversed: true,
      text: "I wait for somebody to tell me that I may begin.",
    },
    {
      key: "b7",
      dimension: "value",
      text: "I have changed something because of what a customer told me.",
    },
    {
      key: "b8",
      dimension: "selling",
      reversed: true,
      text: "I would rather improve the product once more than show it to someone.",
    },
    { key: "b9", dimension: "systems", text: "I write down how things are done." },
    {
      key: "b10",
      dimension: "resilience",
      text: "I know how long my money lasts if nothing sells.",
    },
  ],
  portraits: {
    initiative: {
      name: "The Starter",
      text: "You turn wishes into first versions. Find a partner who loves finishing, and keep your beginnings small enough to be tested in a week.",
    },
    value: {
      name: "The Maker",
      text: "You have a feeling for what is useful. Show it earlier than feels comfortable: the market is the best critic you will find.",
    },
    selling: {
      name: "The Voice",
      text: "You bring offers to people. Choose something that you would buy yourself, and your talent will carry it far.",
    },
    systems: {
      name: "The Architect",
      text: "You build what keeps running. Beware of perfecting a machine before anybody wants what it makes.",
    },
    resilience: {
      name: "The Climber",
      text: "You stay on the mountain. With that patience, even a modest idea has the time to become a good one.",
    },
  },
  balanced: {
    name: "The All-Rounder",
    text: "You can do a little of everything that a business needs, which makes you a founder by temper. Decide which part you want to be known for.",
  },
};
