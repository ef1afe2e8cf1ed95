/** How pages of the history follow each other; the same on server and browser. */
export const historyPages = {
  initialCursor: null,
  getNextPageParam: (page: { nextCursor: string | null }): string | null => page.nextCursor,
};
