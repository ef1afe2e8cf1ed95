import type { RouterOutputs } from "@neothink/api/core/router";

/** The rules of one platform with the version that a change has to name. */
export type VersionedRules = RouterOutputs["tokens"]["rules"]["list"][number];

/** What changed rules would have done to the past. */
export type RulesEffect = RouterOutputs["tokens"]["rules"]["preview"];
