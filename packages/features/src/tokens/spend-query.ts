import type { RouterOutputs } from "@neothink/api/core/router";

/** What can be bought in this app. */
export type Offers = RouterOutputs["tokens"]["sink"]["list"];

/** One thing that can be bought. */
export type Offer = Offers["offers"][number];

/** One draw of a raffle. */
export type RaffleDraw = Offers["raffles"][number];
