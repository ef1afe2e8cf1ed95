import { z } from "zod";

const schema = z.object({
  /** Superuser or owner address of a migrated database: the catalog that types and pages are made from. */
  DATABASE_ADMIN_URL: z.url({
    protocol: /^postgres(ql)?$/,
    hostname: /.*/,
    error:
      "DATABASE_ADMIN_URL: address of a migrated database, such as postgres://postgres@127.0.0.1:5432/neothink",
  }),
});

/** Address of the migrated database, checked. */
export function adminUrl(): string {
  return schema.parse(process.env).DATABASE_ADMIN_URL;
}
