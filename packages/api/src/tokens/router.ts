import { router } from "../core/trpc.ts";
import { badgeRouter } from "./badge.router.ts";
import { balanceRouter } from "./balance.router.ts";
import { censusRouter } from "./census.router.ts";
import { challengeRouter } from "./challenge.router.ts";
import { conversionRouter } from "./conversion.router.ts";
import { entryRouter } from "./entry.router.ts";
import { holdRouter } from "./hold.router.ts";
import { leaderboardRouter } from "./leaderboard.router.ts";
import { ledgerRouter } from "./ledger-explorer.router.ts";
import { referralRouter } from "./referral.router.ts";
import { epochRouter, pseudonymRouter } from "./replay.router.ts";
import { rulesRouter } from "./reward-rules.router.ts";
import { settingsRouter } from "./settings.router.ts";
import { simulationRouter } from "./simulation.router.ts";
import { sinkRouter } from "./sink.router.ts";
import { streakRouter } from "./streak.router.ts";
import { tipRouter } from "./tip.router.ts";

export const tokensRouter = router({
  badge: badgeRouter,
  balance: balanceRouter,
  challenge: challengeRouter,
  conversion: conversionRouter,
  census: censusRouter,
  entry: entryRouter,
  epochs: epochRouter,
  ledger: ledgerRouter,
  pseudonym: pseudonymRouter,
  rules: rulesRouter,
  hold: holdRouter,
  leaderboard: leaderboardRouter,
  referral: referralRouter,
  settings: settingsRouter,
  sink: sinkRouter,
  streak: streakRouter,
  tip: tipRouter,
  simulations: simulationRouter,
});
