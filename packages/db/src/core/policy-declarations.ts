import { matrix } from "./policy-matrix.ts";
import { type Identity, identities } from "./policy-world.ts";

const short: Readonly<Record<string, readonly Identity[]>> = {
  "-": [],
  all: identities,
  members: identities.filter((identity) => identity !== "visitor"),
  platform: identities.filter((identity) => identity !== "visitor" && identity !== "stranger"),
  staff: ["editor", "operator"],
  ...Object.fromEntries(identities.map((identity) => [identity, [identity]])),
};

/** What one line of the matrix declares. */
export interface Declaration {
  readonly table: string;
  /** `row`, or the name of a further case. */
  readonly caseName: string;
  readonly select: readonly Identity[];
  readonly insert: readonly Identity[];
  readonly update: readonly Identity[];
  readonly delete: readonly Identity[];
  /** Who passes the gate of the table; null where there is none. */
  readonly gate: readonly Identity[] | null;
}

function parseCell(cell: string): readonly Identity[] {
  const named = cell.split(" ").flatMap((word) => {
    const known = short[word];
    if (!known) {
      throw new Error(`The policy matrix names nobody called "${word}".`);
    }
    return known;
  });
  return identities.filter((identity) => named.includes(identity));
}

function parseLine(line: string, table: string): Declaration {
  const [name = "", ...cells] = line.split("|").map((cell) => cell.trim());
  const [select = "-", insert = "-", update = "-", remove = "-", gate = "-"] = cells;
  return {
    table,
    caseName: name === table ? "row" : name,
    select: parseCell(select),
    insert: parseCell(insert),
    update: parseCell(update),
    delete: parseCell(remove),
    gate: gate === "-" ? null : parseCell(gate),
  };
}

function parse(text: string): Declaration[] {
  let table = "";
  // The first line of each block is its heading.
  return text
    .trim()
    .split(/\n\n+/)
    .flatMap((block) => block.split("\n").slice(1))
    .map((line) => {
      if (!line.startsWith(" ")) {
        table = line.split("|")[0]?.trim() ?? "";
      }
      return parseLine(line, table);
    });
}

/** Every line of the matrix, in its order. */
export const declarations: readonly Declaration[] = parse(matrix);
