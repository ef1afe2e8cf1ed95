import { Badge } from "@neothink/ui/badge";
import { Time } from "@neothink/ui/time";
import { Check } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache, type ReactElement } from "react";
import { z } from "zod";
import { visitor } from "../shell/visitor.ts";
import { authorName } from "./author-name.ts";
import { Markdown } from "./markdown.tsx";
import { plainExcerpt } from "./plain-excerpt.ts";
import { PublicJoin } from "./public-join.tsx";
import { publicMetadata } from "./public-metadata.ts";

interface Props {
  params: Promise<{ topicId: string }>;
}

const topicOf = cache(async (id: string) =>
  z.guid().safeParse(id).success
    ? visitor()
        .community.public.topic({ id })
        .catch(() => null)
    : null,
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await topicOf((await params).topicId);
  return found
    ? publicMetadata({
        title: found.topic.title,
        description: plainExcerpt(found.topic.description),
        path: `/q/${found.topic.id}`,
        platform: found.topic.platform,
        publishedAt: found.topic.createdAt,
      })
    : { title: "Topic not found", robots: { index: false } };
}

/** A public topic with its best answers, for everybody to read. */
export default async function PublicTopicPage({ params }: Props): Promise<ReactElement> {
  const found = await topicOf((await params).topicId);
  if (!found) {
    notFound();
  }
  const { answers, topic } = found;
  return (
    <div className="mx-auto grid max-w-2xl grid-cols-[minmax(0,1fr)] gap-8 px-5 py-10 sm:py-16">
      <article className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <h1 className="text-2xl leading-snug font-semibold tracking-tight wrap-anywhere">
          {topic.title}
        </h1>
        <p className="text-sm text-muted-foreground">
          {authorName(topic)}, <Time value={topic.createdAt} />
        </p>
        <Markdown>{topic.description}</Markdown>
      </article>
      <section aria-labelledby="answers-title" className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <h2 id="answers-title" className="text-base font-semibold tracking-tight">
          {answers.length === 0 ? "No answers yet" : "Answers"}
        </h2>
        {answers.map((answer) => (
          <article
            key={answer.id}
            aria-label={`Answer by ${authorName(answer)}`}
            className="grid grid-cols-[minmax(0,1fr)] gap-3 rounded-xl border bg-card p-4 shadow-xs sm:p-5"
          >
            <p className="flex flex-wrap items-center gap-2 text-sm text-muted-foreground">
              <span className="font-medium text-foreground">{authorName(answer)}</span>
              <Time value={answer.createdAt} />
              <span className="figures">
                {answer.score === 1 ? "1 vote" : `${answer.score} votes`}
              </span>
              {answer.id === topic.acceptedPostId ? (
                <Badge variant="success">
                  <Check aria-hidden="true" className="size-3" />
                  Accepted
                </Badge>
              ) : null}
            </p>
            <Markdown>{answer.content}</Markdown>
          </article>
        ))}
      </section>
      <PublicJoin path={`/forum/${topic.id}`} call="Do you know more, or want to ask back?" />
    </div>
  );
}
