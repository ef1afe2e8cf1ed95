import type pg from "pg";

/**
 * Makes people and posts in the database until there are so many: ten thousand members, posts spread
 * over a year, four platforms, three tiers. Rewards are not paid: this is a feed, not an economy.
 */
export async function growFeed(client: pg.Client, posts: number): Promise<void> {
  await client.query(
    `insert into public.users (id, email)
     select md5('bench-member-' || n)::uuid, 'bench-' || n || '@example.com'
     from generate_series(1, 10000) n on conflict do nothing`,
  );
  await client.query(
    `insert into public.platform_access (user_id, platform_slug, source)
     select md5('bench-member-' || n)::uuid, slug, 'comp'
     from generate_series(1, 10000) n, unnest(array['hub','ascenders','neothinkers','immortals']) slug
     on conflict do nothing`,
  );
  // The search index is not what is measured here.
  await client.query("alter table public.posts disable trigger posts_search");
  await client.query(
    `insert into public.posts (id, author_id, content, platform, token_tag, visibility, created_at)
     select md5('bench-post-' || n)::uuid, md5('bench-member-' || 1 + n % 10000)::uuid,
       'Post ' || n || ': ' || repeat('a thought worth sharing ', 12),
       (array['hub','ascenders','neothinkers','immortals'])[1 + n % 4],
       (array['LUCK','LIVE','LOVE','LIFE', null])[1 + n % 5],
       (array['public','public','public','public','premium','superachiever','private'])[1 + n % 7],
       now() - interval '1 year' * (n::float8 / $1)
     from generate_series(1, $1::int) n on conflict do nothing`,
    [posts],
  );
  await client.query("alter table public.posts enable trigger posts_search");
  await client.query(
    "vacuum analyze public.posts, public.users, public.member_cards, public.platform_access",
  );
}
