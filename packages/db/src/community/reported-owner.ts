import { sql } from "kysely";
import type { Db } from "../core/identity.ts";
import type { ReportedThing } from "./reports.ts";

/** Who wrote a thing that can be reported; null when nobody is left. For the service. */
export async function findReportedOwner(
  db: Db,
  { contentId, contentType }: ReportedThing,
): Promise<string | null> {
  const { rows } = await sql<{ ownerId: string | null }>`
    select owner_id as "ownerId" from app.reported_content(${contentType}, ${contentId}::uuid)`.execute(
    db,
  );
  return rows[0]?.ownerId ?? null;
}
