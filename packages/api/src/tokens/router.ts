import { router } from "../core/trpc.ts";
import { balanceRouter } from "./balance.router.ts";
import { censusRouter } from "./census.router.ts";
import { conversionRouter } from "./conversion.router.ts";
import { entryRouter } from "./entry.router.ts";
import { ledgerRouter } from "./ledger-explorer.router.ts";
import { epochRouter, pseudonymRouter } from "./replay.router.ts";
import { rulesRouter } from "./reward-rules.router.ts";
import { settingsRouter } from "./settings.router.ts";
import { simulationRouter } from "./simulation.router.ts";
import { sinkRouter } from "./sink.router.ts";
import { streakRouter } from "./streak.router.ts";
import { tipRouter } from "./tip.router.ts";

export const tokensRouter = router({
  balance: balanceRouter,
  conversion: conversionRouter,
  census: censusRouter,
  entry: entryRouter,
  epochs: epochRouter,
  ledger: ledgerRouter,
  pseudonym: pseudonymRouter,
  rules: rulesRouter,
  settings: settingsRouter,
  sink: sinkRouter,
  streak: streakRouter,
  tip: tipRouter,
  simulations: simulationRouter,
});
