import type { Assessment } from "./assessment.ts";

/** Hub: where somebody stands in life as a whole. */
export const general: Assessment = {
  kind: "general",
  title: "Where you stand",
  introduction:
    "Ten short statements about your life as it is now. There are no right answers; the picture is yours alone and nobody else sees it.",
  dimensions: [
    {
      key: "direction",
      name: "Direction",
      strength: "You know what you are working towards, and most of your days show it.",
      nextStep: "Write down one thing that should be different a year from now, in one sentence.",
    },
    {
      key: "energy",
      name: "Energy",
      strength: "Your body carries you: you have strength left for what matters.",
      nextStep: "Choose one hour tonight that belongs to sleep, and keep it for a week.",
    },
    {
      key: "connection",
      name: "Connection",
      strength: "You have people to count on, and they can count on you.",
      nextStep: "Answer one post of somebody you do not know yet, with a question.",
    },
    {
      key: "resources",
      name: "Resources",
      strength: "Money and time give you room to decide freely.",
      nextStep: "Note for seven days where your money and your hours go, without judging.",
    },
    {
      key: "learning",
      name: "Learning",
      strength: "You keep changing your mind for good reasons, and you enjoy it.",
      nextStep: "Take up one idea this week that you disagree with, and argue for it.",
    },
  ],
  questions: [
    { key: "g1", dimension: "direction", text: "I could tell a stranger what I am building." },
    { key: "g2", dimension: "energy", text: "I wake up rested on most mornings." },
    {
      key: "g3",
      dimension: "connection",
      text: "There are three people I could call in the middle of the night.",
    },
    {
      key: "g4",
      dimension: "resources",
      reversed: true,
      text: "An unexpected bill would throw me off balance.",
    },
    {
      key: "g5",
      dimension: "learning",
      text: "In the last month I learned something that changed how I act.",
    },
    {
      key: "g6",
      dimension: "direction",
      reversed: true,
      text: "Weeks pass without my knowing what they were for.",
    },
    {
      key: "g7",
      dimension: "energy",
      reversed: true,
      text: "By the afternoon I am running on will alone.",
    },
    {
      key: "g8",
      dimension: "connection",
      text: "I regularly make something together with other people.",
    },
    { key: "g9", dimension: "resources", text: "I decide myself how I spend most of my hours." },
    {
      key: "g10",
      dimension: "learning",
      text: "I look for people who see things differently from me.",
    },
  ],
  portraits: {
    direction: {
      name: "The Navigator",
      text: "You hold a course. What you need from a community is less advice than company: people who notice when you drift and who bring what you lack along the way.",
    },
    energy: {
      name: "The Engine",
      text: "You have strength, which is the one thing no plan can replace. Give it a single aim and the rest of the picture follows faster than you expect.",
    },
    connection: {
      name: "The Bridge",
      text: "People gather around you. Much of what you want to reach will come through others, and much of what they reach will come through you.",
    },
    resources: {
      name: "The Builder of Room",
      text: "You have made space for yourself. Now the question is what should grow in it, and with whom.",
    },
    learning: {
      name: "The Explorer",
      text: "Curiosity leads you. Turn one of your discoveries into something that others can use, and it will become more than knowledge.",
    },
  },
  balanced: {
    name: "The Even Keel",
    text: "No side of your life stands far above the others. From here, progress in any one of them will lift the rest: choose the one that you look forward to.",
  },
};
