import { withClient } from "../postgres/connection.ts";
import type { DemoPerson } from "./people.ts";
import { demoId } from "./timeline.ts";

// An action and its participation were written in one transaction: the participation still has the
// moment of the writing, the action that of then.
const then = `(
  select p.user_id, p.created_at as written, max(a.created_at) as at
  from public.participation p join public.user_actions a on a.id = p.action_id
  where p.user_id = any ($1::uuid[]) group by 1, 2) as t`;

const entered = `(
  select a.user_id, a.platform, a.created_at as at from public.user_actions a
  where a.action_type = 'onboarding' and a.user_id = any ($1::uuid[])) as t`;

/** What follows from acts of then was written now: badges, news of them, the trace of activity. */
const statements = [
  `update public.user_badges b set earned_at = t.at
   from ${then} where b.user_id = t.user_id and b.earned_at = t.written`,
  `update public.badge_events b set created_at = t.at
   from ${then} where b.user_id = t.user_id and b.created_at = t.written`,
  `update public.user_achievements u set achieved_at = t.at
   from ${then} where u.user_id = t.user_id and u.achieved_at = t.written`,
  `update public.notifications n set created_at = t.at, email = false,
     is_read = t.at < now() - interval '2 days',
     read_at = case when t.at < now() - interval '2 days' then t.at end
   from ${then} where n.user_id = t.user_id and n.actor_id is null and n.created_at = t.written`,
  `update public.participation p set created_at = a.created_at
   from public.user_actions a where a.id = p.action_id and p.user_id = any ($1::uuid[])`,

  `update public.user_onboarding o set completed_at = t.at, created_at = t.at
   from ${entered} where o.user_id = t.user_id and o.platform = t.platform`,
  // The hub comes along with the first other app.
  `update public.platform_access a set granted_at = t.at
   from ${entered} where a.user_id = t.user_id and a.platform_slug in (t.platform, 'hub')
     and not exists (select from public.user_actions own where own.user_id = a.user_id
       and own.action_type = 'onboarding' and own.platform = a.platform_slug and own.platform <> t.platform)
     and not exists (select from public.user_actions other where other.user_id = a.user_id
       and other.action_type = 'onboarding' and other.created_at < t.at and a.platform_slug <> t.platform)`,

  `update public.activity_feed f set created_at = p.created_at
   from public.posts p where f.activity_type = 'post' and f.content_id = p.id and f.user_id = any ($1::uuid[])`,
  `update public.activity_feed f set created_at = p.created_at
   from public.discussion_topics p where f.activity_type = 'topic' and f.content_id = p.id and f.user_id = any ($1::uuid[])`,
  `update public.activity_feed f set created_at = b.earned_at
   from public.user_badges b where f.activity_type = 'badge' and f.content_id = b.badge_id
     and f.user_id = b.user_id and f.user_id = any ($1::uuid[])`,
  `update public.activity_feed f set created_at = a.created_at
   from public.user_actions a where f.activity_type = 'answer_accepted' and f.user_id = any ($1::uuid[])
     and a.idempotency_key = 'answer_accepted:' || f.content_id`,
  `update public.activity_feed f set created_at = a.granted_at
   from public.platform_access a where f.activity_type = 'joined' and f.user_id = a.user_id
     and f.platform = a.platform_slug and f.user_id = any ($1::uuid[])`,
];

/**
 * Lets everything that came along with acts of then carry their date, and lets plans know the rows.
 * Running it again changes nothing.
 */
export async function backdate(people: readonly DemoPerson[], adminUrl: string): Promise<void> {
  const ids = people.map(({ key }) => demoId(`person ${key}`));
  await withClient(adminUrl, async (client) => {
    for (const statement of statements) {
      await client.query(statement, [ids]);
    }
    await client.query("analyze");
  });
}
