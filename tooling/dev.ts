import { resolve } from "node:path";
import { demoAccounts, demoPassword } from "@neothink/local/demo/accounts";
import { loadDotEnv, readStackEnvironment } from "@neothink/local/env";
import { originOf } from "@neothink/local/stack/app-environment";
import { optionsHelp, readOptions } from "@neothink/local/stack/options";
import { type AppSlug, appSlugs, portsFrom } from "@neothink/local/stack/ports";
import { Problem } from "@neothink/local/stack/problem";
import { resetData } from "@neothink/local/stack/reset";
import { printProblem, runSession } from "@neothink/local/stack/session";

const help = `npm run dev: serves one app with hot reload, on the same stack and data as npm start.

  npm run dev -- <app> [options]

  <app> is one of ${appSlugs.join(", ")}

${optionsHelp}`;

const repository = resolve(import.meta.dirname, "..");
const dataFolder = resolve(repository, ".neothink");

process.exit(await main());

async function main(): Promise<number> {
  try {
    const options = readOptions(process.argv.slice(2));
    if (options.help) {
      console.log(help);
      return 0;
    }
    const app = chooseApp(options.words);
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
      apps: [app],
      mode: "dev",
      demo: options.demo,
      say,
      onReady: ({ mailboxUrl, demo }) => {
        say(`${app} is at ${originOf(app, ports)}`);
        if (mailboxUrl) {
          say(`Mails are at ${mailboxUrl}`);
        }
        if (demo) {
          const people = demoAccounts.map(({ email }) => email).join(", ");
          say(`Sign in as ${people} with ${demoPassword}`);
        }
      },
    });
  } catch (error) {
    printProblem(error);
    return 1;
  }
}

function chooseApp(words: readonly string[]): AppSlug {
  const app = appSlugs.find((slug) => slug === words[0]);
  if (!app || words.length > 1) {
    const given = words.length > 0 ? `There is no app ${words.join(" ")}.` : "Which app?";
    throw new Problem(
      `${given} There are ${appSlugs.join(", ")}.`,
      "For example: npm run dev -- ascenders",
    );
  }
  return app;
}

function say(line: string): void {
  console.log(`• ${line}`);
}
