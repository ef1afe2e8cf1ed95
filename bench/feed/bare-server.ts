import { createServer } from "node:http";
import pg from "pg";
import { z } from "zod";

// The plain baseline: the feed's statement behind `node:http`, as the superuser, with no framework,
// no session, no policies. Its parent sends what to run and hears the port.
const job = z.object({
  connectionString: z.string(),
  text: z.string(),
  values: z.array(z.unknown()),
});

process.once("message", (message) => {
  const { connectionString, text, values } = job.parse(message);
  const pool = new pg.Pool({ connectionString, max: 10 });
  const server = createServer((_request, response) => {
    pool.query(text, values).then(
      ({ rows }) => {
        response.setHeader("content-type", "application/json");
        response.end(JSON.stringify(rows));
      },
      () => {
        response.statusCode = 500;
        response.end();
      },
    );
  });
  server.listen(0, "127.0.0.1", () => {
    const address = server.address();
    process.send?.(typeof address === "object" ? address?.port : null);
  });
});
