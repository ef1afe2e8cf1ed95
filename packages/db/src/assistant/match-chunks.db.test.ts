import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asMember, asVisitor, type Db } from "../core/identity.ts";
import { closePool } from "../core/pool.ts";
import { adminQuery, makePerson } from "../core/test-people.ts";

const size = 1536;

// A unit vector that leans from one axis to the next: likeness falls with the distance of two leans.
function vectorAt(lean: number): string {
  const vector = Array.from(
    { length: size },
    (_, index) => Math.cos(lean + index / size) + (index % 7) / 10,
  );
  return `[${vector.join(",")}]`;
}

const asArray = (vector: string): string => `{${vector.slice(1, -1)}}`;

let open: string;
let premium: string;

async function collection(
  name: string,
  audience: string,
  leans: readonly number[],
): Promise<string> {
  const [row] = await adminQuery<{ id: string }>(
    "insert into public.ai_vector_collections (name, audience) values ($1, $2) returning id",
    [`${name} ${Math.random()}`, audience],
  );
  for (const lean of leans) {
    await adminQuery(
      `with document as (
         insert into public.ai_vector_documents (content, embedding) values ($1, $2) returning id
       ) insert into public.ai_vector_collection_mappings (collection_id, document_id)
         select $3, id from document`,
      [`${name} ${lean}`, vectorAt(lean), row?.id],
    );
  }
  return row?.id ?? "";
}

beforeAll(async () => {
  open = await collection("open", "members", [0, 0.1, 0.2, 0.3, 0.4, 0.5]);
  premium = await collection("premium", "premium", [0, 0.05]);
});

afterAll(closePool);

async function nearest(db: Db, lean: number, k: number, within: string): Promise<string[]> {
  const { rows } = await sql<{ content: string; similarity: number }>`
    select content, similarity from app.match_chunks(
      ${asArray(vectorAt(lean))}::real[], ${k}, ${within}::uuid)`.execute(db);
  expect(rows.map((row) => row.similarity)).toEqual(
    rows.map((row) => row.similarity).toSorted((a, b) => b - a),
  );
  return rows.map((row) => row.content);
}

describe("search by meaning", () => {
  it("gives the nearest chunks first, as many as asked for", async () => {
    const person = await makePerson();
    expect(await asMember(person, (db) => nearest(db, 0.21, 3, open))).toEqual([
      "open 0.2",
      "open 0.3",
      "open 0.1",
    ]);
  });

  it("keeps collections to those they are meant for", async () => {
    const [plain, paying] = await Promise.all([makePerson(), makePerson({ tier: "premium" })]);
    expect(await asMember(plain, (db) => nearest(db, 0, 5, premium))).toEqual([]);
    expect(await asMember(paying, (db) => nearest(db, 0, 5, premium))).toHaveLength(2);
  });

  it("is not for visitors, and refuses a vector of another length", async () => {
    await expect(asVisitor((db) => nearest(db, 0, 1, open))).rejects.toThrow("permission denied");
    const person = await makePerson();
    const short = asMember(person, (db) =>
      sql`select 1 from app.match_chunks('{1,2,3}'::real[], 1)`.execute(db),
    );
    await expect(short).rejects.toThrow("1536");
  });
});
