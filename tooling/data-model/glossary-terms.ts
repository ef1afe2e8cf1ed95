/** A word of the domain, what it means here, and the tables where it lives. */
export interface Term {
  readonly term: string;
  readonly meaning: string;
  readonly tables: readonly string[];
}

/** The words that people of this house use, in their own sense. */
export const terms: readonly Term[] = [
  {
    term: "Account",
    meaning: "What a person signs in with. One account serves all four platforms.",
    tables: ["users"],
  },
  {
    term: "Achievement",
    meaning: "A private milestone with points. Once reached it is never lost.",
    tables: ["achievements", "user_achievements"],
  },
  {
    term: "Activity",
    meaning: "The trace of an act that others may react to.",
    tables: ["activity_feed", "social_interactions"],
  },
  {
    term: "Audience",
    meaning:
      "Who may read published content: everyone (visitors too), members of the platform, premium, superachiever.",
    tables: ["content", "courses", "events"],
  },
  {
    term: "Award",
    meaning:
      "Tokens given for an act, by the server alone. Each award is one row of the ledger with its formula.",
    tables: ["gamification_events", "participation"],
  },
  {
    term: "Badge",
    meaning: "A public credential with a history; it can be revoked.",
    tables: ["badges", "user_badges", "badge_events"],
  },
  {
    term: "Balance",
    meaning:
      "How many tokens of one kind an account holds: a cache that equals a replay of the ledger.",
    tables: ["token_accounts", "token_balances"],
  },
  {
    term: "Ballot",
    meaning: "One member's vote on a network proposal, with its weight; changeable until closing.",
    tables: ["governance_ballots"],
  },
  {
    term: "Census",
    meaning: "A count of people, teams and activity in a scope at one moment.",
    tables: ["census_snapshots"],
  },
  {
    term: "Chapter",
    meaning: "Part of a course. It uses teaching units, which may serve several courses.",
    tables: ["modules", "module_units"],
  },
  {
    term: "Chat",
    meaning:
      "A private room for two or a small group, by invitation, never listed and never rewarded.",
    tables: ["chat_rooms", "chat_participants"],
  },
  {
    term: "Community tool",
    meaning: "A named tool of a community and who may use it.",
    tables: ["community_features"],
  },
  {
    term: "Concept",
    meaning: "An idea of the concept map, with edges to others and each member's own familiarity.",
    tables: ["concepts", "concept_relationships", "user_concept_progress"],
  },
  {
    term: "Conversion",
    meaning: "Exchange of one kind of token for another at the site's rate.",
    tables: ["token_conversions"],
  },
  {
    term: "Draft",
    meaning: "Something not yet published; its author and editors see it, nobody else.",
    tables: ["content", "lessons", "post_drafts"],
  },
  {
    term: "Entity type",
    meaning:
      "The kind of thing that a pair of type and id points at; one registry serves all such pairs.",
    tables: ["entity_types"],
  },
  {
    term: "FLOW",
    meaning:
      "Workflows for building a business; a member copies a template and makes it their own.",
    tables: ["flow_templates", "flow_template_copies"],
  },
  {
    term: "Guardian",
    meaning:
      "A system-wide administrator. Passes every check of rights, but not the gates of private data.",
    tables: ["profiles"],
  },
  {
    term: "Health grant",
    meaning:
      "Leave to see chosen values of one member for a while. Every look is logged, and it ends by itself.",
    tables: ["health_grants", "health_grant_looks"],
  },
  {
    term: "Ledger",
    meaning:
      "The append-only book of token transfers: each row moves an amount from one token account to another.",
    tables: ["gamification_events", "token_accounts"],
  },
  {
    term: "Letter",
    meaning: "A mail-like message between two people, with a read receipt.",
    tables: ["communications"],
  },
  {
    term: "LIVE, LOVE, LIFE, LUCK",
    meaning:
      "The four tokens: LIVE of ascenders (prosperity), LOVE of neothinkers (happiness), LIFE of immortals (longevity), LUCK of the hub.",
    tables: ["token_balances"],
  },
  {
    term: "Member card",
    meaning:
      "What others may see of a person, kept apart from the profile and cut to their privacy.",
    tables: ["member_cards", "privacy_settings"],
  },
  {
    term: "Network proposal",
    meaning: "A proposal to everyone, with a stake, a council term and weighted ballots.",
    tables: ["governance_proposals", "governance_ballots"],
  },
  {
    term: "Outbox",
    meaning: "What must be told to browsers, written in the same transaction as the change itself.",
    tables: ["outbox"],
  },
  {
    term: "Persona",
    meaning: "Ascender, neothinker or immortal; who is all three is a superachiever.",
    tables: ["profiles"],
  },
  {
    term: "Platform",
    meaning:
      "One of the four apps: hub, ascenders, neothinkers, immortals. Access is a row, not a flag.",
    tables: ["platform_access", "platform_settings"],
  },
  {
    term: "Post",
    meaning: "A short entry of the feed, tagged with a token and rewarded once.",
    tables: ["posts", "post_comments", "post_likes", "post_reactions"],
  },
  {
    term: "Registration",
    meaning: "A seat at an event, or a place in its queue.",
    tables: ["event_registrations"],
  },
  {
    term: "Room",
    meaning: "An open community room of a tier, with roles and moderation.",
    tables: ["rooms", "room_participants", "messages"],
  },
  {
    term: "Session",
    meaning: "A coaching meeting of a member and a strategist. Not a sign-in session.",
    tables: ["sessions", "session_notes", "session_resources"],
  },
  {
    term: "Sink",
    meaning: "A place where tokens are spent: unlocking a feature, a raffle, a donation.",
    tables: ["token_sinks", "token_sink_purchases"],
  },
  {
    term: "Stake",
    meaning: "Tokens set aside while a proposal runs; returned or lost with the decision.",
    tables: ["governance_proposals", "token_accounts"],
  },
  {
    term: "Strategist",
    meaning: "A coach with weekly hours, exceptions and a daily limit of sessions.",
    tables: ["strategists", "strategist_availability", "availability_overrides"],
  },
  {
    term: "Streak",
    meaning: "Days in a row with activity.",
    tables: ["member_streaks"],
  },
  {
    term: "Team proposal",
    meaning: "A quest, funding or governance question of one team, with one plain vote per member.",
    tables: ["proposals", "votes", "crowdfunding"],
  },
  {
    term: "Tenant",
    meaning: "A community as an organisation: it has roles and members with one role each.",
    tables: ["tenants", "tenant_roles", "tenant_users"],
  },
  {
    term: "Thread",
    meaning: "A conversation with the assistant that a member sees. Runs are its traces.",
    tables: ["conversations", "chat_messages", "ai_conversations", "ai_messages"],
  },
  {
    term: "Tier",
    meaning: "None, premium or superachiever: what the subscription pays for, while it is active.",
    tables: ["profiles"],
  },
  {
    term: "Topic",
    meaning: "A durable question of the forum, with nested answers and votes.",
    tables: ["discussion_topics", "discussion_posts", "discussion_votes"],
  },
  {
    term: "Unit",
    meaning: "A teaching unit of a platform that holds lessons.",
    tables: ["content_modules", "lessons"],
  },
  {
    term: "Value path",
    meaning: "Prosperity, happiness or longevity: what a member wants to work on.",
    tables: ["profiles", "scheduled_sessions"],
  },
  {
    term: "Visibility",
    meaning: "The ladder of posts and rooms: public, premium, superachiever, private.",
    tables: ["posts", "rooms"],
  },
  {
    term: "Wish",
    meaning: "A member's request for a coaching session, before a strategist takes it.",
    tables: ["scheduled_sessions"],
  },
];
