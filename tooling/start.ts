import { resolve } from "node:path";
import { platforms } from "@neothink/brand/platforms";
import { demoAccounts, demoPassword } from "@neothink/local/demo/accounts";
import { loadDotEnv, readStackEnvironment } from "@neothink/local/env";
import { originOf } from "@neothink/local/stack/app-environment";
import { optionsHelp, readOptions } from "@neothink/local/stack/options";
import { appSlugs, type Ports, portsFrom } from "@neothink/local/stack/ports";
import { resetData } from "@neothink/local/stack/reset";
import { printProblem, runSession } from "@neothink/local/stack/session";
import type { Stack } from "@neothink/local/stack/stack";

const help = `npm start: builds what changed and serves the four apps with everything they need.

  npm start [-- options]

${optionsHelp}

With DATABASE_URL, SUPABASE_URL (and its keys) or SMTP_URL set, here or in .env, those are used
instead of the embedded parts. docs/running.md has it all.`;

const repository = resolve(import.meta.dirname, "..");
const dataFolder = resolve(repository, ".neothink");
const started = Date.now();

process.exit(await main());

async function main(): Promise<number> {
  try {
    const options = readOptions(process.argv.slice(2));
    if (options.help) {
      console.log(help);
      return 0;
    }
    loadDotEnv(repository);
    const environment = readStackEnvironment();
    if (options.reset && !(await resetData({ dataFolder, yes: options.yes, say }))) {
      return 0;
    }
    const ports = portsFrom(options.basePort);
    return await runSession({
      repository,
      dataFolder,
      ports,
      environment,
      apps: appSlugs,
      mode: "start",
      demo: options.demo,
      say,
      onReady: (stack) => console.log(summary(stack, ports)),
    });
  } catch (error) {
    printProblem(error);
    return 1;
  }
}

function say(line: string): void {
  console.log(`• ${line}`);
}

function summary(stack: Stack, ports: Ports): string {
  const rows: [string, string][] = appSlugs.map((slug) => [
    platforms[slug].name,
    originOf(slug, ports),
  ]);
  if (stack.mailboxUrl) {
    rows.push(["Mailbox", `${stack.mailboxUrl}  (every mail the apps send)`]);
  }
  if (stack.demo) {
    rows.push(["", ""]);
    for (const [index, { email, shows }] of demoAccounts.entries()) {
      rows.push([index === 0 ? "Sign in as" : "", `${email.padEnd(26)} ${shows}`]);
    }
    rows.push(["Password", `${demoPassword}  (all of them)`]);
  }
  rows.push(["", ""], ...stack.places.map((place): [string, string] => ["Data", place]));
  rows.push(["Logs", resolve(dataFolder, "logs")], ["Stop", "Ctrl-C"]);
  const width = Math.max(...rows.map(([label]) => label.length)) + 3;
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  return [
    `\n✔ Running, after ${seconds} s.\n`,
    ...rows.map(([label, text]) => `  ${label.padEnd(width)}${text}`.trimEnd()),
    "",
  ].join("\n");
}
