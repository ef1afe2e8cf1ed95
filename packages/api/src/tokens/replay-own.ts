import { asSystem, inTransaction } from "@neothink/db/core/identity";
import { type EpochRow, listEpochs } from "@neothink/db/tokens/replay-epochs";
import { findExportSalt } from "@neothink/db/tokens/replay-ledger";
import type { Context, MemberContext } from "../core/context.ts";
import { pseudonymOf } from "./replay.ts";

/** The name under which the viewer's account stands in the public record; told to nobody else. */
export async function readOwnPseudonym({ db, viewer }: MemberContext): Promise<string> {
  const salt = await inTransaction(db, (transaction) => asSystem(transaction, findExportSalt));
  return pseudonymOf(salt, viewer.id);
}

/** The closed epochs of the public record, the latest one first. */
export async function readEpochs({ db }: Context): Promise<EpochRow[]> {
  return (await listEpochs(db)).reverse();
}
