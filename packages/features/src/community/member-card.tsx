import { isPlatformSlug, platforms } from "@neothink/brand/platforms";
import { Avatar } from "@neothink/ui/avatar";
import { Badge } from "@neothink/ui/badge";
import Link from "next/link";
import type { ReactElement } from "react";
import { FollowButton } from "./follow-button.tsx";
import type { MemberCardData } from "./member-query.ts";

/** The platforms of a member as words. */
export function PlatformBadges({ slugs }: { slugs: readonly string[] }): ReactElement {
  return (
    <span className="flex flex-wrap gap-1.5">
      {slugs.filter(isPlatformSlug).map((slug) => (
        <Badge key={slug} variant="outline">
          {platforms[slug].name}
        </Badge>
      ))}
    </span>
  );
}

/** A member in the directory. */
export function MemberCard({ member }: { member: MemberCardData }): ReactElement {
  const name = member.name ?? "A member";
  return (
    <li className="relative grid content-start gap-3 rounded-xl border bg-card p-4 shadow-xs sm:p-5">
      <div className="flex items-start gap-3">
        <Avatar name={name} src={member.avatarUrl} />
        <div className="min-w-0 flex-1">
          <h2 className="truncate text-sm leading-6 font-semibold">
            <Link href={`/members/${member.id}`} className="hover:underline">
              {name}
            </Link>
          </h2>
          <PlatformBadges slugs={member.platforms} />
        </div>
        {member.own ? (
          <Badge variant="brand">You</Badge>
        ) : (
          <FollowButton id={member.id} name={name} following={member.following} size="sm" />
        )}
      </div>
      {member.bio ? (
        <p className="line-clamp-2 text-sm leading-6 text-muted-foreground">{member.bio}</p>
      ) : null}
      {member.interests.length > 0 ? (
        <p className="truncate text-xs leading-5 text-muted-foreground">
          <span className="sr-only">Interests: </span>
          {member.interests.join(" · ")}
        </p>
      ) : null}
    </li>
  );
}
