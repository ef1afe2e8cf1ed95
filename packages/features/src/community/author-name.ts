/** The name that stands over what somebody wrote. */
export function authorName(author: { authorId: string | null; authorName: string | null }): string {
  if (author.authorId === null) {
    return "Former member";
  }
  return author.authorName?.trim() || "A member";
}
