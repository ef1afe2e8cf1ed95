// Recomputes every balance of the token economy from its public export and compares. It needs only Node
// and shares no code with the platform, so that whoever doubts the figures can read it in one sitting.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";

type Line = Readonly<Record<string, unknown>>;
const decimals = 6;
const systemAccounts = ["issuance", "exchange", "sink"];
const problems: string[] = [];
const balances = new Map<string, bigint>();
const published = new Map<string, bigint>();
let chain = "0".repeat(64);
const begin = () => createHash("sha256").update(`${chain}\n`);
let hash = begin();
const seen = { entries: 0, epochs: 0, inEpoch: 0, sequence: 0n, ended: false };

function textOf(line: Line, key: string): string {
  return String(line[key] ?? "");
}

/** A decimal as a whole number of millionths. */
function units(text: string): bigint {
  const [, whole, part = ""] = /^(\d+)(?:\.(\d{1,6}))?$/.exec(text) ?? [];
  if (whole === undefined) {
    throw new Error(`"${text}" is no amount of tokens.`);
  }
  return BigInt(whole + part.padEnd(decimals, "0"));
}

function add(account: string, token: string, change: bigint): void {
  const key = `${account} ${token}`;
  balances.set(key, (balances.get(key) ?? 0n) + change);
}

function takeEntry(line: Line, raw: string): void {
  const sequence = BigInt(textOf(line, "sequence"));
  if (sequence <= seen.sequence) {
    problems.push(`entry ${sequence} is out of order`);
  }
  seen.sequence = sequence;
  const amount = units(textOf(line, "amount"));
  add(textOf(line, "debit"), textOf(line, "token"), -amount);
  add(textOf(line, "credit"), textOf(line, "token"), amount);
  hash.update(`${raw}\n`);
  seen.entries += 1;
  seen.inEpoch += 1;
}

function closeEpoch(line: Line): void {
  const name = textOf(line, "epoch");
  const found = hash.digest("hex");
  if (textOf(line, "previous") !== chain) {
    problems.push(`epoch ${name} is not chained to the one before`);
  }
  if (textOf(line, "hash") !== found) {
    problems.push(`epoch ${name} has the hash ${found}, published is ${textOf(line, "hash")}`);
  }
  if (line.entries !== seen.inEpoch) {
    problems.push(
      `epoch ${name} has ${seen.inEpoch} entries, published are ${String(line.entries)}`,
    );
  }
  chain = textOf(line, "hash");
  hash = begin();
  seen.epochs += 1;
  seen.inEpoch = 0;
}

async function open(source: string): Promise<Readable> {
  if (!/^https?:/.test(source)) {
    return createReadStream(source);
  }
  const { ok, status, body } = await fetch(source);
  if (!ok || !body) {
    throw new Error(`${source} answered ${status}.`);
  }
  return Readable.from(body);
}

const source = process.argv[2];
if (!source) {
  throw new Error("Usage: node replay-economy.ts <file or address of the export>");
}
for await (const raw of createInterface({ input: await open(source), crlfDelay: Infinity })) {
  const line: Line = JSON.parse(raw);
  if (line.type === "entry") {
    takeEntry(line, raw);
  } else if (line.type === "epoch") {
    closeEpoch(line);
  } else if (line.type === "balance") {
    published.set(
      `${textOf(line, "account")} ${textOf(line, "token")}`,
      units(textOf(line, "balance")),
    );
  } else if (line.type === "end") {
    seen.ended = line.entries === seen.entries && line.balances === published.size;
    seen.ended &&= textOf(line, "tip") === hash.digest("hex");
  }
}
if (!seen.ended) {
  problems.push("the export is cut short, or changed since its last closed epoch");
}
for (const key of new Set([...balances.keys(), ...published.keys()])) {
  const computed = balances.get(key) ?? 0n;
  // The system's own accounts have no published balance: they are what the others leave.
  if (
    !systemAccounts.includes(key.split(" ")[0] ?? "") &&
    computed !== (published.get(key) ?? 0n)
  ) {
    problems.push(`${key}: replayed ${computed}, published ${published.get(key) ?? 0n} millionths`);
  }
}
console.error(problems.join("\n"));
process.exitCode = problems.length === 0 ? 0 : 1;
const verdict = process.exitCode ? `${problems.length} problems` : "every balance agrees";
console.log(
  `${seen.entries} entries, ${seen.epochs} epochs, ${published.size} balances: ${verdict}`,
);
