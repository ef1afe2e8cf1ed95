import { mkdir, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { documents, drift, root } from "./documents.ts";
import { adminUrl } from "./env.ts";

const { values } = parseArgs({
  options: { check: { type: "boolean" }, help: { type: "boolean" } },
});

if (values.help) {
  console.log(`Usage: DATABASE_ADMIN_URL=<a migrated database> node tooling/data-model/generate.ts [--check]
Writes packages/db/src/core/tables.ts and docs/data-model/ from the live catalog.
--check  writes nothing, says what differs, and exits with 1 when something does`);
} else {
  const made = await documents(adminUrl());
  const findings = await drift(made);
  if (values.check) {
    for (const finding of findings) {
      console.log(finding);
    }
    console.log(`${made.length} files checked, ${findings.length} differ`);
    process.exitCode = findings.length === 0 ? 0 : 1;
  } else {
    await mkdir(new URL("docs/data-model/", root), { recursive: true });
    for (const { path, text } of made) {
      await writeFile(new URL(path, root), text);
    }
    console.log(`${made.length} files written, ${findings.length} changed`);
  }
}
