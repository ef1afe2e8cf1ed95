import Link from "next/link";
import type { ReactElement } from "react";
import { authorName } from "./author-name.ts";

/** The name over what somebody wrote; leads to their profile. */
export function AuthorLink({
  author,
}: {
  author: { authorId: string | null; authorName: string | null };
}): ReactElement {
  const name = authorName(author);
  if (author.authorId === null) {
    return <>{name}</>;
  }
  return (
    <Link href={`/members/${author.authorId}`} className="inline-block leading-6 hover:underline">
      {name}
    </Link>
  );
}
