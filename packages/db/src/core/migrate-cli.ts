import { databaseAdminUrl } from "./env.ts";
import { migrate } from "./migrate.ts";

// Run by hand or by a deployment: node packages/db/src/core/migrate-cli.ts
try {
  const report = await migrate(databaseAdminUrl(), {
    onFile: (name) => console.log(`running ${name}`),
  });
  const adopted = report.adopted.length > 0 ? `, ${report.adopted.length} entered in the book` : "";
  console.log(
    `${report.applied.length} migrations ran, ${report.unchanged} were there${adopted} (${report.milliseconds} ms)`,
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
