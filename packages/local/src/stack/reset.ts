import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import { existingPlaces, removePlace } from "../postgres/place.ts";
import { findPostmaster, stopPostmaster } from "../postgres/postmaster.ts";
import { Problem } from "./problem.ts";
import { openRunBook } from "./run-book.ts";

/**
 * Deletes all local data, after asking: the embedded database, accounts, mails and keys. A database
 * named by DATABASE_URL is not touched. Answers whether it was done.
 * @throws Problem when the stack is running, or when nobody is there to be asked
 */
export async function resetData(options: {
  dataFolder: string;
  /** Deletes without asking. */
  yes: boolean;
  say: (line: string) => void;
}): Promise<boolean> {
  const { dataFolder, yes, say } = options;
  const wanted = join(dataFolder, "postgres");
  const elsewhere = existingPlaces(wanted).filter((place) => !place.startsWith(dataFolder));
  const places = [dataFolder, ...elsewhere].filter((place) => existsSync(place));
  if (places.length === 0) {
    say("There is no local data to delete.");
    return true;
  }
  if (!yes && !(await confirm(places))) {
    say("Nothing was deleted.");
    return false;
  }
  const book = await openRunBook(dataFolder);
  for (const place of existingPlaces(wanted)) {
    const orphan = findPostmaster(join(place, "data"));
    if (orphan) {
      await stopPostmaster(orphan.pid);
    }
  }
  removePlace(wanted);
  book.close();
  rmSync(dataFolder, { recursive: true, force: true });
  say("The local data is deleted.");
  return true;
}

async function confirm(places: readonly string[]): Promise<boolean> {
  if (!process.stdin.isTTY) {
    throw new Problem(
      "--reset asks before it deletes, and there is no terminal to ask in.",
      "Add --yes to delete without being asked: npm start -- --reset --yes",
    );
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  // Ctrl-C and Ctrl-D close the terminal without an answer; that is a no.
  const closed = new Promise<string>((resolve) => terminal.once("close", () => resolve("")));
  const question = `This deletes all local data, accounts and mails in\n  ${places.join("\n  ")}\nDelete it? [y/N] `;
  const answer = await Promise.race([terminal.question(question), closed]);
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}
