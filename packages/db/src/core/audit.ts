import type { Db } from "./identity.ts";
import { asSystem } from "./identity.ts";

/** One change that others rely on: who did what to which thing, and the state before and after. */
export interface AuditEntry {
  readonly actorId: string | null;
  /** As `resource:action`, such as `post:delete`. */
  readonly action: string;
  /** A name from `entity_types`. */
  readonly entityType: string;
  readonly entityId: string | null;
  readonly before?: Readonly<Record<string, unknown>>;
  readonly after?: Readonly<Record<string, unknown>>;
}

/**
 * Writes the change to `audit_logs` in the running transaction; failing to write fails the change.
 * @throws Error outside a transaction.
 */
export async function insertAudit(db: Db, entry: AuditEntry): Promise<void> {
  await asSystem(db, (system) =>
    system
      .insertInto("audit_logs")
      .values({
        user_id: entry.actorId,
        action: entry.action,
        entity_type: entry.entityType,
        entity_id: entry.entityId,
        old_data: entry.before ? JSON.stringify(entry.before) : null,
        new_data: entry.after ? JSON.stringify(entry.after) : null,
      })
      .execute(),
  );
}
