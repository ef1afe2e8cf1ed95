"use client";

import { brand } from "@neothink/brand/current";
import { isPlatformSlug, platforms } from "@neothink/brand/platforms";
import { Alert } from "@neothink/ui/alert";
import { Avatar } from "@neothink/ui/avatar";
import { Badge } from "@neothink/ui/badge";
import { Button } from "@neothink/ui/button";
import { ErrorState } from "@neothink/ui/error-state";
import { Skeleton } from "@neothink/ui/skeleton";
import { Time } from "@neothink/ui/time";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import type { ReactElement } from "react";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import { FollowButton } from "./follow-button.tsx";
import { PlatformBadges } from "./member-card.tsx";
import { MemberContributions } from "./member-contributions.tsx";
import { MemberMenu } from "./member-menu.tsx";
import type { MemberData } from "./member-query.ts";
import { useBlock } from "./use-block.ts";

/** The public profile of a member: who they are here, what they earned and wrote. */
export function MemberView({ id }: { id: string }): ReactElement {
  const query = useQuery(useTRPC().community.members.get.queryOptions({ id }));
  if (query.isPending) {
    return <Skeleton className="h-96 rounded-xl" />;
  }
  if (query.data === undefined) {
    const { message, requestId } = apiFailure(query.error);
    return (
      <ErrorState requestId={requestId} onRetry={() => void query.refetch()}>
        {message}
      </ErrorState>
    );
  }
  const member = query.data;
  const here = member.profiles.find(({ platform }) => platform === brand.slug);
  const name = here?.displayName?.trim() || member.name || "A member";
  const hidden = member.blocked !== null;
  return (
    <div className="mx-auto grid max-w-3xl grid-cols-[minmax(0,1fr)] gap-8">
      <MemberHead member={member} name={name} />
      {hidden ? <Hidden member={member} name={name} /> : null}
      {member.blocked === "block" ? null : (
        <>
          <MemberWords member={member} />
          <Merits member={member} />
          <MemberContributions member={member} name={name} />
        </>
      )}
    </div>
  );
}

function MemberHead({ member, name }: { member: MemberData; name: string }): ReactElement {
  return (
    <header className="flex flex-wrap items-start gap-5">
      <Avatar name={name} src={member.avatarUrl} size="lg" />
      <div className="grid min-w-48 flex-1 gap-2">
        <h1 className="display text-[2rem] break-words">{name}</h1>
        <PlatformBadges slugs={member.platforms} />
        <p className="flex flex-wrap gap-x-4 text-sm text-muted-foreground">
          <span>
            Here since <Time value={member.joinedAt} />
          </span>
          <span>
            {member.followers} {member.followers === 1 ? "follower" : "followers"}
          </span>
          {member.followsReader ? <span>Follows you</span> : null}
        </p>
      </div>
      {member.own ? (
        <div className="flex flex-wrap gap-2">
          <Button asChild variant="outline">
            <Link href="/settings">Edit profile</Link>
          </Button>
          <Button asChild variant="ghost">
            <Link href="/settings/privacy">Privacy</Link>
          </Button>
        </div>
      ) : (
        <div className="flex items-center gap-1">
          {member.blocked === "block" ? null : (
            <FollowButton id={member.id} name={name} following={member.following} />
          )}
          <MemberMenu member={member} name={name} />
        </div>
      )}
    </header>
  );
}

function Hidden({ member, name }: { member: MemberData; name: string }): ReactElement {
  const block = useBlock();
  const blocked = member.blocked === "block";
  return (
    <Alert title={blocked ? `You have blocked ${name}` : `You have muted ${name}`}>
      <p>
        {blocked
          ? "Neither of you sees what the other writes."
          : "You do not see what they write and hear no news of it. They do not know."}
      </p>
      <Button
        className="mt-3"
        size="sm"
        variant="outline"
        onClick={() => block({ id: member.id, name, kind: null })}
      >
        {blocked ? "Unblock" : "Unmute"}
      </Button>
    </Alert>
  );
}

function MemberWords({ member }: { member: MemberData }): ReactElement {
  const told = member.profiles.filter(
    ({ bio, expertise, interests }) => bio || interests.length > 0 || expertise.length > 0,
  );
  const first = [...told].sort(
    (a, b) => Number(b.platform === brand.slug) - Number(a.platform === brand.slug),
  );
  return (
    <section aria-labelledby="about" className="grid gap-4">
      <h2 id="about" className="text-lg font-semibold tracking-tight">
        About
      </h2>
      {member.bio ? (
        <p className="text-base leading-relaxed whitespace-pre-line">{member.bio}</p>
      ) : null}
      {first.map(({ bio, expertise, interests, platform }) => (
        <div key={platform} className="grid gap-2 rounded-xl border bg-card p-4 shadow-xs sm:p-5">
          <h3 className="text-sm font-semibold">
            In {isPlatformSlug(platform) ? platforms[platform].name : platform}
          </h3>
          {bio ? <p className="text-sm leading-6 whitespace-pre-line">{bio}</p> : null}
          <Words label="Interests" words={interests} />
          <Words label="Knows about" words={expertise} />
        </div>
      ))}
      {!member.bio && first.length === 0 ? (
        <p className="text-sm text-muted-foreground">Nothing told yet.</p>
      ) : null}
    </section>
  );
}

function Words({ label, words }: { label: string; words: readonly string[] }): ReactElement | null {
  if (words.length === 0) {
    return null;
  }
  return (
    <p className="flex flex-wrap items-center gap-1.5 text-sm">
      <span className="text-muted-foreground">{label}:</span>
      {words.map((word) => (
        <Badge key={word}>{word}</Badge>
      ))}
    </p>
  );
}

function Merits({ member }: { member: MemberData }): ReactElement | null {
  if (member.merits.length === 0) {
    return null;
  }
  return (
    <section aria-labelledby="merits" className="grid gap-4">
      <h2 id="merits" className="text-lg font-semibold tracking-tight">
        Badges and achievements
      </h2>
      <ul className="grid gap-3 sm:grid-cols-2">
        {member.merits.map((merit) => (
          <li key={`${merit.kind}${merit.id}`} className="rounded-lg border bg-card p-4 text-sm">
            <p className="leading-6 font-medium">{merit.name}</p>
            {merit.description ? (
              <p className="leading-6 text-muted-foreground">{merit.description}</p>
            ) : null}
            <p className="text-xs leading-5 text-muted-foreground">
              <Time value={merit.earnedAt} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
