import pg from "pg";

/** Runs `work` on a connection of its own and closes it. For setting up, not for serving. */
export async function withClient<T>(
  connectionString: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 });
  // A server that stops under an idle connection emits here; without a listener that ends Node.
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The address of a database on this machine's loopback. */
export function localUrl(options: {
  user: string;
  password: string;
  port: number;
  database: string;
}): string {
  const { user, password, port, database } = options;
  return `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
}
