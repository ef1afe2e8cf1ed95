import { parseArgs } from "node:util";
import { z } from "zod";
import { findRefusedPort, highestBasePort, portsFrom } from "./ports.ts";
import { messageOf, Problem } from "./problem.ts";

const defaultBasePort = 3000;
const basePort = z.coerce.number().int().min(1024).max(highestBasePort);

/** What the command line of `npm start` and `npm run dev` asks for. */
export type CommandOptions = {
  basePort: number;
  demo: boolean;
  reset: boolean;
  yes: boolean;
  help: boolean;
  /** Words without a dash. */
  words: readonly string[];
};

/** The options that both commands know, for their help. */
export const optionsHelp = `  --port <n>   ports from n on instead of ${defaultBasePort}: apps n to n+3, auth n+10, mailbox n+11 and n+12, database n+13
  --no-demo    begin without demo data (counts when the database is new)
  --reset      delete all local data first, after asking
  --yes        do not ask
  --help       show this`;

/**
 * Reads a command line.
 * @throws Problem naming what is not understood
 */
export function readOptions(args: readonly string[]): CommandOptions {
  const { values, positionals } = parse(args);
  const port = basePort.safeParse(values.port ?? defaultBasePort);
  if (!port.success) {
    throw new Problem(
      `--port ${values.port} is not a port that the stack can start from.`,
      `It is a number from 1024 to ${highestBasePort}, for example --port 4000.`,
    );
  }
  const refused = findRefusedPort(portsFrom(port.data));
  if (refused) {
    throw new Problem(
      `With --port ${port.data} a part would listen on ${refused}, which browsers refuse to open.`,
      "Choose another one, for example --port 4000.",
    );
  }
  return {
    basePort: port.data,
    demo: !values["no-demo"],
    reset: values.reset ?? false,
    yes: values.yes ?? false,
    help: values.help ?? false,
    words: positionals,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        port: { type: "string" },
        "no-demo": { type: "boolean" },
        reset: { type: "boolean" },
        yes: { type: "boolean", short: "y" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    throw new Problem(
      `The command line is not understood: ${messageOf(error).split(". ")[0]}`,
      "npm start -- --help shows what there is. (The two dashes hand the rest from npm to the command.)",
    );
  }
}
