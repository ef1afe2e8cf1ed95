/** Parameters of a page's address, as Next hands them to it. */
export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** The single value of a parameter, cut to a sane length; undefined when it is absent or doubled. */
export function single(value: string | string[] | undefined): string | undefined {
  return typeof value === "string" && value.length <= 2048 ? value : undefined;
}
