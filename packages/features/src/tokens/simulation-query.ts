import type { RouterOutputs } from "@neothink/api/core/router";

/** A run of the simulator without its series. */
export type Run = RouterOutputs["tokens"]["simulations"]["list"][number];

/** A run with its series. */
export type RunDetails = RouterOutputs["tokens"]["simulations"]["get"];

/** Whether a run is still on its way. */
export function isUnderway({ status }: Pick<Run, "status">): boolean {
  return status === "pending" || status === "running";
}
