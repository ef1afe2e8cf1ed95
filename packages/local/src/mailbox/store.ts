import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { writePrivateJson } from "../stack/private-file.ts";
import { type Envelope, Message, parseMessage } from "./message.ts";

/** How many mails are kept; the oldest go first. */
const defaultLimit = 500;

export type MailStore = {
  /** Keeps a raw mail; when it returns, the mail is on disk. */
  add(raw: Buffer, envelope: Envelope): Promise<Message>;
  /** Newest first; `to` picks the mails of one recipient, whatever the letter case. */
  list(filter?: { to?: string; limit?: number }): Message[];
  find(id: string): Message | undefined;
  /** Answers whether there was such a mail. */
  remove(id: string): boolean;
  clear(): void;
};

/** Opens a folder of mails, one JSON file each, readable by its owner only: they carry sign-in links. */
export function openMailStore(folder: string, limit = defaultLimit): MailStore {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const messages = readAll(folder);
  const fileOf = (id: string): string => join(folder, `${id}.json`);
  let count = 0;

  const remove = (id: string): boolean => {
    const index = messages.findIndex((message) => message.id === id);
    if (index < 0) {
      return false;
    }
    messages.splice(index, 1);
    rmSync(fileOf(id), { force: true });
    return true;
  };

  return {
    async add(raw, envelope) {
      const receivedAt = new Date();
      count += 1;
      // Time, then a count for mails of one millisecond, then chance: ids sort by arrival.
      const id = [
        receivedAt.getTime().toString(36).padStart(9, "0"),
        (count % 46_656).toString(36).padStart(3, "0"),
        randomBytes(4).toString("hex"),
      ].join("-");
      const message = await parseMessage(raw, envelope, { id, receivedAt });
      writePrivateJson(fileOf(id), message);
      messages.push(message);
      messages.sort((a, b) => (a.id < b.id ? -1 : 1));
      for (const old of messages.slice(0, Math.max(0, messages.length - limit))) {
        remove(old.id);
      }
      return message;
    },
    list({ to, limit: most = limit } = {}) {
      const wanted = to?.trim().toLowerCase();
      return messages
        .filter((message) => !wanted || message.to.includes(wanted))
        .reverse()
        .slice(0, most);
    },
    find: (id) => messages.find((message) => message.id === id),
    remove,
    clear() {
      for (const { id } of [...messages]) {
        remove(id);
      }
    },
  };
}

/** Reads what earlier runs kept, oldest first. A file that is no mail is left alone and not shown. */
function readAll(folder: string): Message[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .flatMap((name) => {
      try {
        return [Message.parse(JSON.parse(readFileSync(join(folder, name), "utf8")))];
      } catch {
        return [];
      }
    });
}
