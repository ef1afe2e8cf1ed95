import {
  type ListTopics,
  Tag,
  type TopicSort,
  type TopicState,
  topicSorts,
  topicStates,
} from "@neothink/api/community/topics.schema";

/** What part of the forum is shown; lives in the address. */
export interface ForumFilter {
  readonly sort: TopicSort;
  readonly category: string | null;
  readonly tag: string | null;
  readonly state: TopicState | null;
  readonly unread: boolean;
  readonly own: boolean;
}

type Params = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Reads the filter of an address; what it does not know counts as unset. */
export function parseForumFilter(params: Params, categories: readonly string[]): ForumFilter {
  const tag = Tag.safeParse(params.tag);
  return {
    sort: topicSorts.find((known) => known === params.sort) ?? "latest",
    category: categories.find((known) => known === params.section) ?? null,
    tag: tag.success ? tag.data : null,
    state: topicStates.find((known) => known === params.state) ?? null,
    unread: params.show === "unread",
    own: params.show === "own",
  };
}

/** The address that shows this part of the forum; the usual one stays short. */
export function forumHref(filter: ForumFilter): string {
  const params = new URLSearchParams();
  if (filter.sort !== "latest") {
    params.set("sort", filter.sort);
  }
  for (const [name, value] of [
    ["section", filter.category],
    ["tag", filter.tag],
    ["state", filter.state],
  ] as const) {
    if (value !== null) {
      params.set(name, value);
    }
  }
  if (filter.unread || filter.own) {
    params.set("show", filter.unread ? "unread" : "own");
  }
  const query = params.toString();
  return query ? `/forum?${query}` : "/forum";
}

/** What the list is asked for. */
export function forumInput(filter: ForumFilter): Omit<ListTopics, "cursor"> {
  const { category, own, sort, state, tag, unread } = filter;
  return {
    sort,
    ...(category ? { category } : {}),
    ...(tag ? { tag } : {}),
    ...(state ? { state } : {}),
    ...(unread ? { unread } : {}),
    ...(own ? { own } : {}),
  };
}
