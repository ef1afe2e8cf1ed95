import "vitest";

declare module "vitest" {
  export interface ProvidedContext {
    /** Superuser address of the migrated test database. */
    databaseUrl: string;
    /** The same database as the application sees it: login role `app_api`, no rights of its own. */
    appUrl: string;
  }
}
