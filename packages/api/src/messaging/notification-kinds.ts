/** Ways a notification reaches a member. */
export const channels = ["in_app", "email", "push"] as const;
export type Channel = (typeof channels)[number];

/** Headings that the preferences page groups kinds under. */
export const kindGroups = ["Community", "Discussions", "Tokens", "Account"] as const;
export type KindGroup = (typeof kindGroups)[number];

/** One kind of news: its words for people, who may silence it, and how it travels by default. */
export interface NotificationKind {
  /** Words for the preferences page: "Comments on your posts". */
  readonly label: string;
  /** Answer to "why am I getting this", after "because". */
  readonly because: string;
  readonly group: KindGroup;
  /** Channels that are on until the member says otherwise. */
  readonly channels: readonly Channel[];
  /** Key in `notification_templates`. */
  readonly template: string;
  /** Value of `notifications.type`: the icon. */
  readonly type:
    | "achievement"
    | "collaboration"
    | "community"
    | "content"
    | "goal"
    | "mention"
    | "new_message"
    | "reminder"
    | "reward"
    | "security"
    | "streak"
    | "success"
    | "system"
    | "update";
  readonly priority: "low" | "medium" | "high" | "urgent";
  /** Told only to those who may read the thing it is about. Notices about a decision are for all concerned. */
  readonly readersOnly: boolean;
  /** The notification centre always shows it: it concerns the member's rights or safety. */
  readonly required?: true;
  /** Nothing tells of it yet: the settings do not offer a choice that would do nothing. */
  readonly silent?: true;
}

const community = { group: "Community", type: "community", readersOnly: true } as const;
const forum = { group: "Discussions", type: "community", readersOnly: true } as const;
const token = { group: "Tokens", type: "reward", readersOnly: false } as const;
const account = { group: "Account", type: "system", readersOnly: false } as const;

/** Every kind of notification. A new one needs its words in `notification_templates`, by migration. */
export const notificationKinds = {
  comment: {
    ...community,
    label: "Comments on your posts",
    because: "somebody commented on a post of yours",
    channels: ["in_app", "email", "push"],
    template: "comment",
    priority: "medium",
  },
  reply: {
    ...community,
    label: "Answers to your comments",
    because: "somebody answered a comment of yours",
    channels: ["in_app", "email", "push"],
    template: "reply",
    priority: "medium",
  },
  mention: {
    ...community,
    type: "mention",
    label: "Mentions of you",
    because: "somebody named you",
    channels: ["in_app", "email", "push"],
    template: "mention",
    priority: "medium",
  },
  like: {
    ...community,
    label: "Likes",
    because: "somebody liked a post of yours",
    channels: ["in_app"],
    template: "like",
    priority: "low",
  },
  reaction: {
    ...community,
    label: "Reactions",
    because: "somebody reacted to a post of yours",
    channels: ["in_app"],
    template: "reaction",
    priority: "low",
  },
  follow: {
    ...community,
    readersOnly: false,
    label: "New followers",
    because: "somebody follows you",
    channels: ["in_app"],
    template: "follow",
    priority: "low",
  },
  announcement: {
    ...community,
    type: "update",
    label: "Announcements",
    because: "you are a member of this platform",
    channels: ["in_app", "email"],
    template: "announcement",
    priority: "high",
  },
  bookmark_reminder: {
    ...community,
    type: "reminder",
    label: "Reminders of your bookmarks",
    because: "you asked to be reminded of it",
    channels: ["in_app", "email", "push"],
    template: "bookmark_reminder",
    priority: "medium",
  },
  post_published: {
    ...community,
    type: "content",
    label: "Your scheduled posts",
    because: "you scheduled a post for this time",
    channels: ["in_app"],
    template: "post_published",
    priority: "low",
  },
  topic_reply: {
    ...forum,
    label: "Answers in topics you opened or watch",
    because: "you opened or watch this topic",
    channels: ["in_app", "email"],
    template: "topic_reply",
    priority: "medium",
  },
  topic_new: {
    ...forum,
    label: "New topics in what you watch",
    because: "you watch this section or tag",
    channels: ["in_app"],
    template: "topic_new",
    priority: "low",
  },
  answer_accepted: {
    ...forum,
    type: "success",
    label: "Accepted answers",
    because: "an answer of yours was accepted",
    channels: ["in_app", "email"],
    template: "answer_accepted",
    priority: "medium",
  },
  reward: {
    ...token,
    label: "Rewards",
    because: "something you did was rewarded",
    channels: ["in_app"],
    template: "reward",
    priority: "low",
    silent: true,
  },
  streak: {
    ...token,
    type: "streak",
    label: "Streaks",
    because: "you were here several days in a row",
    channels: ["in_app"],
    template: "streak",
    priority: "low",
    silent: true,
  },
  achievement: {
    ...token,
    type: "achievement",
    label: "Achievements",
    because: "you reached something",
    channels: ["in_app"],
    template: "achievement",
    priority: "medium",
    silent: true,
  },
  badge: {
    ...token,
    type: "achievement",
    label: "Badges",
    because: "you earned a badge",
    channels: ["in_app"],
    template: "badge",
    priority: "medium",
  },
  badge_revoked: {
    ...token,
    type: "achievement",
    label: "Withdrawn badges",
    because: "a badge of yours was withdrawn",
    channels: ["in_app", "email"],
    template: "badge_revoked",
    priority: "high",
    required: true,
  },
  award_reversed: {
    ...token,
    label: "Rewards taken back",
    because: "an entry in your wallet was reversed",
    channels: ["in_app", "email"],
    template: "award_reversed",
    priority: "high",
    required: true,
  },
  award_held: {
    ...token,
    label: "Rewards on hold",
    because: "a reward of yours is being looked at",
    channels: ["in_app", "email"],
    template: "award_held",
    priority: "high",
    required: true,
  },
  tip: {
    ...token,
    label: "Tips and gifts",
    because: "somebody sent you tokens",
    channels: ["in_app", "email", "push"],
    template: "tip",
    priority: "medium",
  },
  referral: {
    ...token,
    label: "Invitations",
    because: "somebody you invited joined",
    channels: ["in_app", "email"],
    template: "referral",
    priority: "medium",
  },
  challenge: {
    ...token,
    type: "goal",
    label: "Challenges",
    because: "you take part in this challenge",
    channels: ["in_app", "email"],
    template: "challenge",
    priority: "medium",
  },
  content_removed: {
    ...account,
    type: "content",
    label: "Removals of what you wrote",
    because: "a moderator removed something you wrote",
    channels: ["in_app", "email"],
    template: "content_removed",
    priority: "high",
    required: true,
  },
  sanction: {
    ...account,
    type: "content",
    label: "Warnings and suspensions",
    because: "a moderator warned you or suspended you from writing",
    channels: ["in_app", "email"],
    template: "sanction",
    priority: "high",
    required: true,
  },
  decision_undone: {
    ...account,
    type: "content",
    label: "Decisions about you that were taken back",
    because: "a decision about something you wrote was taken back",
    channels: ["in_app", "email"],
    template: "decision_undone",
    priority: "high",
    required: true,
  },
  report_received: {
    ...account,
    type: "content",
    label: "New reports, for moderators",
    because: "you moderate this community",
    channels: ["in_app"],
    template: "report_received",
    priority: "medium",
  },
  report_decided: {
    ...account,
    type: "content",
    label: "Decisions on your reports",
    because: "you reported this",
    channels: ["in_app", "email"],
    template: "report_decided",
    priority: "low",
  },
  appeal_received: {
    ...account,
    type: "content",
    label: "Appeals, for moderators",
    because: "you moderate this community",
    channels: ["in_app"],
    template: "appeal_received",
    priority: "medium",
  },
  appeal_decided: {
    ...account,
    type: "content",
    label: "Decisions on your appeals",
    because: "you appealed a decision",
    channels: ["in_app", "email"],
    template: "appeal_decided",
    priority: "high",
    required: true,
  },
  access_decided: {
    ...account,
    label: "Decisions on access",
    because: "you asked for access",
    channels: ["in_app", "email"],
    template: "access_decided",
    priority: "high",
    required: true,
    silent: true,
  },
  new_sign_in: {
    ...account,
    type: "security",
    label: "New sign-ins",
    because: "somebody signed in to your account",
    channels: ["in_app", "email"],
    template: "new_sign_in",
    priority: "urgent",
    required: true,
    silent: true,
  },
  system: {
    ...account,
    label: "About your account",
    because: "it concerns your account",
    channels: ["in_app"],
    template: "welcome",
    priority: "medium",
    silent: true,
  },
} as const satisfies Record<string, NotificationKind>;

/** Name of a kind, as `notifications.kind` holds it. */
export type KindName = keyof typeof notificationKinds;

/** Whether the text names a kind of ours. */
export function isKind(name: string): name is KindName {
  return Object.hasOwn(notificationKinds, name);
}

/** What is known of a kind; rows older than its name are shown as news about the account. */
export function kindOf(name: string): NotificationKind {
  return notificationKinds[isKind(name) ? name : "system"];
}

/** All names, in the order of the preferences page. */
export const kindNames: readonly KindName[] = Object.keys(notificationKinds).filter(isKind);
