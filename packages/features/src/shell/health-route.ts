import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { brand } from "@neothink/brand/current";

let build: Promise<string> | undefined;

/** The id that the build gave itself; a development server has none. */
function buildId(): Promise<string> {
  build ??= readFile(join(process.cwd(), ".next", "BUILD_ID"), "utf8").then(
    (id) => id.trim(),
    () => "development",
  );
  return build;
}

/** `GET /api/health`: which app answers, in which process, from which build. Asks no other service. */
export async function GET(): Promise<Response> {
  return Response.json(
    { app: brand.slug, pid: process.pid, build: await buildId() },
    { headers: { "cache-control": "no-store" } },
  );
}
