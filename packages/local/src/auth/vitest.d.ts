import "vitest";

declare module "vitest" {
  export interface ProvidedContext {
    /** Superuser address of the migrated test database. */
    databaseUrl: string;
  }
}
