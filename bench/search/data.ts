import type pg from "pg";

const batch = 50_000;

/** Two words of the made-up language: one in two posts of three, one in a thousand. */
export const words = { frequent: "barana", rare: "fadenenl" } as const;

/**
 * Makes indexed posts in the database until there are so many: ten thousand members, 25 words each
 * out of ten thousand, frequent ones far more often, spread over two years, four platforms and
 * three tiers. The index is filled as the trigger would fill it, only faster.
 */
export async function growIndex(client: pg.Client, posts: number): Promise<void> {
  await client.query(
    `insert into public.users (id, email)
     select md5('bench-member-' || n)::uuid, 'bench-' || n || '@example.com'
     from generate_series(1, 10000) n on conflict do nothing`,
  );
  await client.query(
    `update public.profiles set full_name = 'Member ' || initcap(substr(md5(id::text), 1, 7))
     where full_name is null`,
  );
  await client.query(
    `insert into public.platform_access (user_id, platform_slug, source)
     select md5('bench-member-' || n)::uuid, 'hub', 'comp' from generate_series(1, 10000) n
     on conflict do nothing`,
  );
  const { rows } = await client.query<{ there: number }>(
    "select count(*)::int as there from public.posts",
  );
  await client.query("alter table public.posts disable trigger posts_search");
  // Built once at the end, the text index takes a fraction of the time.
  await client.query("drop index public.search_vectors_search_vector_idx");
  for (let from = rows[0]?.there ?? 0; from < posts; from += batch) {
    await client.query(fill, [from + 1, Math.min(from + batch, posts)]);
  }
  await client.query("alter table public.posts enable trigger posts_search");
  await client.query(
    `create index search_vectors_search_vector_idx on public.search_vectors using gin (search_vector)`,
  );
  await client.query(
    "vacuum analyze public.posts, public.search_vectors, public.member_cards, app.search_words",
  );
}

const fill = `
  with made as (
    insert into public.posts (author_id, content, platform, visibility, created_at)
    select md5('bench-member-' || 1 + n % 10000)::uuid,
      string_agg((array['ba','ne','lo','ri','ta','mo','se','ku','di','fa'])[1 + i % 10]
        || (array['ran','len','vel','gar','tos','mir','den','pol','hin','sut'])[1 + i / 10 % 10]
        || (array['a','er','ing','o','um','ly','is','ar','en','ot'])[1 + i / 100 % 10]
        || case when i >= 1000 then chr(97 + (i / 1000 * 7) % 26) else '' end, ' '),
      (array['hub','ascenders','neothinkers','immortals'])[1 + n % 4],
      (array['public','public','public','public','premium','superachiever','private'])[1 + n % 7],
      now() - interval '2 years' * random()
    from generate_series($1::int, $2::int) n
    cross join generate_series(1, 25) g
    cross join lateral (select floor(10000 * power(random(), 3))::int + 0 * (n + g)) as w (i)
    group by n
    returning id, author_id, content, platform, visibility, created_at
  )
  insert into public.search_vectors
    (content_type, content_id, content, platform, audience, author_id, published_at)
  select 'post', id, content, platform, case visibility when 'public' then 'members' else visibility end,
    author_id, created_at
  from made where visibility <> 'private'`;
