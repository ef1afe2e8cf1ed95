"use client";

import type { ForumCategory } from "@neothink/brand/forum";
import { Avatar } from "@neothink/ui/avatar";
import { Badge } from "@neothink/ui/badge";
import { Button } from "@neothink/ui/button";
import { Time } from "@neothink/ui/time";
import { useMutation } from "@tanstack/react-query";
import Link from "next/link";
import { type ReactElement, useState } from "react";
import { useTRPC } from "../shell/trpc-client.tsx";
import { authorName } from "./author-name.ts";
import { LevelMenu } from "./forum-level-menu.tsx";
import type { Topic } from "./forum-query.ts";
import { Markdown } from "./markdown.tsx";
import { TopicBadges } from "./topic-badges.tsx";
import { TopicForm } from "./topic-form.tsx";
import { TopicMenu } from "./topic-menu.tsx";
import { useTopicActions } from "./use-topic-actions.ts";

/** The question itself: its text, its signs, and what may be done with it. */
export function TopicHead({
  topic,
  moderator,
  categories,
}: {
  topic: Topic;
  moderator: boolean;
  categories: readonly ForumCategory[];
}): ReactElement {
  const api = useTRPC();
  const [editing, setEditing] = useState(false);
  const actions = useTopicActions(topic.id);
  const update = useMutation(
    api.community.topics.update.mutationOptions({
      onSuccess: () => {
        setEditing(false);
        return actions.refresh();
      },
    }),
  );
  const name = authorName(topic);
  if (topic.deletedAt) {
    return (
      <div className="grid gap-3 rounded-xl border border-dashed p-5">
        <h1 className="text-lg font-semibold wrap-anywhere">{topic.title}</h1>
        <p className="text-sm text-muted-foreground">
          This topic was removed. Only its asker and moderators see this mark.
        </p>
        {topic.restorable ? (
          <Button
            variant="outline"
            size="sm"
            className="justify-self-start"
            onClick={actions.restore}
          >
            Bring it back
          </Button>
        ) : null}
      </div>
    );
  }
  return (
    <article className="grid grid-cols-[minmax(0,1fr)] gap-4 rounded-xl border bg-card p-4 shadow-xs sm:p-6">
      <header className="grid gap-3">
        <div className="flex items-start justify-between gap-3">
          <h1 className="text-xl leading-snug font-semibold tracking-tight wrap-anywhere sm:text-2xl">
            {topic.title}
          </h1>
          <TopicMenu
            topic={topic}
            moderator={moderator}
            actions={actions}
            onEdit={() => setEditing(true)}
          />
        </div>
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1.5 text-xs text-muted-foreground">
          <Avatar name={name} src={topic.authorAvatarUrl} size="sm" />
          <span className="text-sm font-medium text-foreground">{name}</span>
          <Time value={topic.createdAt} />
          <span>
            in{" "}
            <Link href={`/forum?section=${topic.category}`} className="hover:underline">
              {categories.find(({ slug }) => slug === topic.category)?.name ?? topic.category}
            </Link>
          </span>
          <TopicBadges topic={topic} />
        </div>
      </header>
      {editing ? (
        <TopicForm
          initial={{
            title: topic.title,
            description: topic.description,
            category: topic.category,
            tags: [...topic.tags],
            relatedConcepts: [...topic.relatedConcepts],
            isPublic: topic.isPublic,
          }}
          categories={categories}
          mayOpen={topic.isPublic || topic.answerCount === 0}
          pending={update.isPending}
          error={update.error}
          action="Save"
          onSend={(data) => update.mutate({ id: topic.id, data })}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <Markdown>{topic.description}</Markdown>
      )}
      <footer className="flex flex-wrap items-center justify-between gap-3">
        <div className="flex flex-wrap items-center gap-2">
          {topic.tags.map((tag) => (
            <Badge key={tag} variant="neutral">
              <Link href={`/forum?tag=${encodeURIComponent(tag)}`} className="hover:underline">
                #{tag}
              </Link>
            </Badge>
          ))}
          {topic.relatedConcepts.map((title) => (
            <Badge key={title} variant="brand">
              {title}
            </Badge>
          ))}
        </div>
        <LevelMenu
          target={{ scope: "topic", key: topic.id, name: "this topic" }}
          level={topic.ownLevel ?? topic.level ?? (topic.own ? "watch" : null)}
        />
      </footer>
    </article>
  );
}
