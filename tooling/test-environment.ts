import { inject } from "vitest";

// The application reads its address from the environment; a worker gets it here, before any import.
process.env.DATABASE_URL = inject("appUrl");
process.env.DATABASE_DIRECT_URL = inject("databaseUrl");
