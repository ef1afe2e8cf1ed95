import type { Values } from "./policy-world.ts";

/** What the generic builder cannot guess about a table. */
export interface Fixture {
  /** Values of every row of the table. */
  readonly values?: Values;
  /** Rows of other tables that must be there. */
  readonly around?: readonly (readonly [table: string, values: Values])[];
  /** Rows of other tables that come after the row and point at it. */
  readonly after?: readonly (readonly [table: string, values: Values, onlyIn?: string])[];
  /** What an update writes; without it the first column that may be changed keeps its value. */
  readonly change?: Values;
  /** Further rows to try, by name. */
  readonly cases?: Readonly<Record<string, Values>>;
}

const owner = { person: "owner" } as const;
const peer = { person: "peer" } as const;
const later = (interval: string) => ({ sql: `now() + interval '${interval}'` }) as const;

/** A draft becomes readable in two steps: for members, then for everyone. */
const published = {
  "live for members": { is_published: true },
  "live for everyone": { is_published: true, audience: "everyone" },
} as const;

const inPublished = (table: string, column: string, audience: string) =>
  ({ [column]: { row: table, values: { is_published: true, audience } } }) as const;
const parentPublished = (table: string, column: string) => ({
  "of a live one for members": inPublished(table, column, "members"),
  "of a live one for everyone": inPublished(table, column, "everyone"),
});

const coach: readonly [string, Values] = ["strategists", { user_id: peer }];

const openCard: readonly [string, Values] = ["member_cards", { id: owner, public_profile: true }];
const team = (founder: typeof owner | typeof peer, values: Values = {}) =>
  ({ row: "teams", values: { created_by: founder, ...values } }) as const;
const fixedId = "00000000-0000-4000-8000-00000000f1f1";

export const fixtures: Readonly<Record<string, Fixture>> = {
  access_requests: { change: { status: "withdrawn" } },
  ai_suggestions: { cases: { "for operators": { user_id: null } } },
  ai_vector_collections: { cases: { "for premium members": { audience: "premium" } } },
  ai_vector_documents: {
    values: { id: fixedId },
    after: [["ai_vector_collection_mappings", { document_id: fixedId }, "in a collection"]],
    cases: { "in a collection": {} },
  },
  analytics_reports: { cases: { "by an editor": { created_by: { person: "editor" } } } },
  announcement_reads: {
    values: { post_id: { row: "posts", values: { is_announcement: true } } },
  },
  chat_rooms: {
    values: { id: fixedId, is_group: true },
    after: [["chat_participants", { room_id: fixedId, user_id: owner }]],
  },
  community_features: { cases: { "not offered": { enabled: false } } },
  collaborative_challenges: {
    values: { created_by: { sql: "auth.uid()" }, max_participants: null, status: "upcoming" },
  },
  concepts: { cases: published },
  content: { cases: published },
  content_content_tags: { cases: parentPublished("shared_content", "content_id") },
  content_dependencies: { values: { content_type: "lesson", depends_on_type: "lesson" } },
  content_modules: { cases: published },
  content_reports: {
    change: { status: "upheld", decided_by: { sql: "auth.uid()" }, decided_at: { sql: "now()" } },
  },
  content_versions: {
    values: { created_by: owner, reviewed_by: null },
    cases: { "by an editor": { created_by: { person: "editor" } } },
  },
  content_workflow: { values: { assigned_to: peer } },
  courses: { cases: published },
  crowdfunding: { values: { team_id: team(peer) } },
  csrf_tokens: { values: { expires_at: later("1 hour") } },
  discussion_posts: {
    cases: {
      "in a public topic": { topic_id: { row: "discussion_topics", values: { is_public: true } } },
    },
  },
  discussion_topics: { cases: { "for visitors": { is_public: true } } },
  discussion_votes: {
    values: { discussion_post_id: { row: "discussion_posts", values: { user_id: peer } } },
  },
  documentation: { cases: published, values: { audience: "members" } },
  enrollments: { values: { course_id: { row: "courses", values: { is_published: true } } } },
  event_attendees: { values: { event_id: { row: "events", values: { host_id: peer } } } },
  event_registrations: {
    values: { event_id: { row: "events", values: { host_id: peer, is_published: true } } },
  },
  events: { values: { end_time: later("1 hour") }, cases: published },
  feedback_ascenders: { values: { app_name: "ascenders" } },
  feedback_immortals: { values: { app_name: "immortals" } },
  feedback_neothinkers: { values: { app_name: "neothinkers" } },
  fibonacci_token_rewards: { values: { ledger_entry_id: { row: "gamification_events" } } },
  file_contents: {
    around: [openCard],
    cases: {
      "of a public picture": {
        file_id: { row: "file_uploads", values: { resource_type: "profile", resource_id: owner } },
      },
    },
  },
  file_uploads: {
    values: { content_type: "image/png" },
    around: [openCard],
    cases: { "a public picture": { resource_type: "profile", resource_id: owner } },
  },
  flow_templates: { cases: published },
  gamification_events: {
    values: {
      debit_account: { sql: "(select id from public.token_accounts where kind = 'issuance')" },
      credit_account: owner,
    },
  },
  governance_proposals: { cases: { "a draft": { status: "draft" } } },
  group_actions: { values: { team_id: team(peer) } },
  health_grants: { values: { expires_at: later("1 day"), metric_types: "{steps}" } },
  invite_redemptions: {
    values: { invite_code_id: { row: "invite_codes", values: { created_by: peer } } },
  },
  learning_path_items: { cases: parentPublished("learning_paths", "path_id") },
  learning_paths: { cases: published },
  ledger_epochs: { values: { previous_hash: "0".repeat(64), hash: "a".repeat(64) } },
  ledger_salts: { values: { salt: "a".repeat(40) } },
  lessons: {
    cases: {
      "live in a draft": { is_published: true },
      "live for members": {
        is_published: true,
        ...inPublished("content_modules", "module_id", "members"),
      },
      "live for everyone": {
        is_published: true,
        ...inPublished("content_modules", "module_id", "everyone"),
      },
    },
  },
  link_previews: {
    around: [["posts", { content: "https://example.test/read" }]],
    values: { url: "https://example.test/read" },
  },
  mark_hamilton_content: { cases: published },
  member_cards: {
    values: { id: owner },
    cases: {
      "without platforms": { platforms: "{}" },
      "public, without platforms": { platforms: "{}", public_profile: true },
    },
  },
  messages: {
    values: { room_id: { row: "rooms" } },
    cases: { "in a private room": { room_id: { row: "rooms", values: { room_type: "private" } } } },
  },
  moderation_decisions: { values: { subject_id: owner, measure: "remove" } },
  modules: { cases: parentPublished("courses", "course_id") },
  permissions: { values: { slug: "rooms:paint" } },
  poll_votes: { values: { choices: "{1}" } },
  polls: { values: { choices: "{yes,no}" } },
  popular_searches: { cases: { frequent: { total_searches: 5 } } },
  posts: {
    cases: {
      "for premium members": { visibility: "premium" },
      private: { visibility: "private" },
    },
  },
  proposals: { values: { team_id: team(owner) }, cases: { "a draft": { status: "draft" } } },
  push_subscriptions: { values: { endpoint: "https://push.example.test/1" } },
  referral_bonuses: { values: { referrer_id: owner, referred_id: peer } },
  referrals: { values: { referrer_id: owner, referred_id: peer } },
  resources: { cases: published },
  role_capabilities: { values: { role_slug: "admin" } },
  room_participants: { values: { room_id: { row: "rooms", values: { created_by: peer } } } },
  room_reads: { values: { room_id: { row: "rooms" } } },
  rooms: { cases: { private: { room_type: "private" } } },
  scheduled_sessions: {
    around: [coach],
    values: { session_date: "2030-01-01", session_time: "10:00", value_paths: "{happiness}" },
    change: { status: "canceled" },
    cases: { "taken by the coach": { strategist_id: peer } },
  },
  search_vectors: {
    values: { platform: "hub", published_at: { sql: "now()" } },
    cases: {
      "of something for everyone": { audience: "everyone" },
      "of something for everyone, later": {
        audience: "everyone",
        published_at: later("1 day"),
      },
    },
  },
  session_notes: { around: [coach], cases: { private: { is_private: true } } },
  session_resources: { around: [coach], values: { url: "https://example.test/" } },
  sessions: {
    around: [coach],
    values: { end_time: later("1 hour"), strategist_id: peer },
    change: { status: "canceled" },
    cases: {
      "asked for": {
        scheduled_session_id: {
          row: "scheduled_sessions",
          values: { user_id: owner, strategist_id: peer },
        },
      },
    },
  },
  shared_content: { cases: published },
  simulation_runs: { values: { status: "pending" } },
  social_interactions: { values: { activity_id: { row: "activity_feed" } } },
  sso_tickets: { values: { code_challenge: "x".repeat(43), ticket_hash: "a".repeat(64) } },
  strategist_availability: { values: { start_time: "10:00", end_time: "11:00" } },
  strategists: { cases: { "not active": { active: false } } },
  team_members: {
    values: { team_id: team(peer), permissions: "{}", role: "member" },
    cases: { "of an open team": { team_id: team(peer, { join_policy: "open" }) } },
  },
  team_memberships: { values: { team_id: team(peer) } },
  tenant_shared_content: {
    cases: { "in a community of others": { tenant_id: { row: "tenants" } } },
  },
  tenants: { cases: { "not active": { status: "inactive" } } },
  thought_exercises: { cases: published },
  token_accounts: { values: { id: owner, kind: "member" } },
  token_raffles: {
    values: {
      commitment: "b".repeat(64),
      secret: "a".repeat(64),
      revealed_secret: null,
      drawn_at: null,
    },
  },
  token_stakes: { values: { slashed_amount: 0 } },
  token_tips: { values: { sender_id: owner, recipient_id: peer } },
  token_conversions: { values: { from_token: "LUCK", to_token: "LIVE" } },
  user_mentions: { values: { mentioned_user_id: owner, mentioned_by: peer } },
  user_profiles: {
    cases: { "of a stranger": { user_id: { person: "stranger" } } },
  },
  users: { values: { id: owner, email: "owner@example.test" } },
  votes: {
    values: {
      proposal_id: { row: "proposals", values: { team_id: team(owner), status: "open" } },
    },
  },
};
