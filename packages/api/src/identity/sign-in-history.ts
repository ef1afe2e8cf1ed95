import type { Db } from "@neothink/db/core/identity";
import type { Page } from "@neothink/db/core/pagination";
import { decodeCursor, toPage } from "@neothink/db/core/pagination";
import type { AuthLogRow } from "@neothink/db/identity/sign-in-history";
import { listAuthLogs } from "@neothink/db/identity/sign-in-history";
import { Invalid } from "../core/errors.ts";

const pageSize = 25;

/**
 * One page of what happened to the viewer's account, newest first.
 * @throws Invalid when the cursor is none of ours.
 */
export async function readSignInHistory(
  db: Db,
  userId: string,
  cursor: string | null,
): Promise<Page<AuthLogRow>> {
  const after = cursor === null ? null : decodeCursor(cursor);
  if (cursor !== null && after === null) {
    throw new Invalid("bad_cursor", "This place in the list does not exist.");
  }
  return toPage(await listAuthLogs(db, { userId, limit: pageSize + 1, after }), pageSize);
}
