import { computeReward } from "@neothink/api/tokens/reward";
import { figuresOfRules } from "@neothink/api/tokens/reward-rules-figures";
import { simulateAll } from "@neothink/api/tokens/simulation";
import { scenarios } from "@neothink/api/tokens/simulation-scenarios.schema";
import { testSimulation } from "@neothink/api/tokens/test-rules";
import { describeMachine } from "../core/table.ts";
import { plainLoop } from "./plain.ts";

const days = 365;
const sizes = process.argv.slice(2).map(Number);
const members = sizes.length > 0 ? sizes : [1000, 10_000, 20_000];
const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });

interface Line {
  members: number;
  subject: string;
  seconds: number;
  actions: number;
}

function timed(people: number, subject: string, run: () => number): Line {
  const started = performance.now();
  const actions = run();
  return { members: people, subject, seconds: (performance.now() - started) / 1000, actions };
}

/** The reward function called for every action, without remembering what a class pays. */
function everyCall(calls: number): number {
  const site = testSimulation().sites.hub;
  const [action] = site.actions;
  if (!action) {
    throw new Error("There are no rules to compute with.");
  }
  const figures = figuresOfRules(site.figures);
  for (let call = 0; call < calls; call += 1) {
    computeReward({
      token: "LUCK",
      action: { type: action.type, label: action.label, weight: action.weight },
      figures,
      balance: String(call % 2000),
      tier: "premium",
      accountDays: 100,
      idleDays: 1,
      collaborative: call % 7 === 0,
      streakDays: call % 30,
      streakBonusDue: call % 3 === 0,
      paidToday: call % 4,
      dailyLimit: 3,
    });
  }
  return calls;
}

const [usual] = scenarios;
const lines = members.flatMap((people) => [
  timed(people, "simulator: exact rules, streaks, limits, tally", () => {
    const parameters = testSimulation({ members: people, days, joinDays: usual?.joinDays ?? 90 });
    return simulateAll(parameters).summary.actions;
  }),
  timed(people, "plain loop in floating point", () => plainLoop(people, days, 7)),
]);
lines.push(timed(0, "reward function called for every action", () => everyCall(200_000)));

console.log(`${describeMachine()}; ${days} days, one thread.

| members | subject | members × days / s | actions / s | seconds |
| ---: | --- | ---: | ---: | ---: |
${lines.map(row).join("\n")}`);

function row({ members: people, subject, seconds, actions }: Line): string {
  const memberDays = people === 0 ? "" : whole.format((people * days) / seconds);
  const perSecond = whole.format(actions / seconds);
  return `| ${people === 0 ? "" : whole.format(people)} | ${subject} | ${memberDays} | ${perSecond} | ${seconds.toFixed(2)} |`;
}
