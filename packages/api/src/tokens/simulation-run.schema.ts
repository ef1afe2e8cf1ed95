import { z } from "zod";
import { SimulationParameters } from "./simulation.schema.ts";

export const StartSimulation = z.object({
  scenarioName: z.string().trim().min(1, "Give it a name.").max(120, "At most 120 letters."),
  parameters: SimulationParameters,
});
export type StartSimulation = z.infer<typeof StartSimulation>;

export const RunId = z.object({ id: z.guid() });
export type RunId = z.infer<typeof RunId>;
