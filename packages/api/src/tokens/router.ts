import { router } from "../core/trpc.ts";
import { balanceRouter } from "./balance.router.ts";
import { entryRouter } from "./entry.router.ts";
import { epochRouter, pseudonymRouter } from "./replay.router.ts";
import { rulesRouter } from "./reward-rules.router.ts";
import { settingsRouter } from "./settings.router.ts";
import { simulationRouter } from "./simulation.router.ts";

export const tokensRouter = router({
  balance: balanceRouter,
  entry: entryRouter,
  epochs: epochRouter,
  pseudonym: pseudonymRouter,
  rules: rulesRouter,
  settings: settingsRouter,
  simulations: simulationRouter,
});
