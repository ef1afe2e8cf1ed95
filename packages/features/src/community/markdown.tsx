import Link from "next/link";
import type { ComponentProps, ReactElement } from "react";
import ReactMarkdown, { type Components, defaultUrlTransform } from "react-markdown";
import rehypeSanitize, { defaultSchema } from "rehype-sanitize";
import remarkGfm from "remark-gfm";

const memberAddress = /^member:[0-9a-f-]{36}$/i;
const ownPicture = /^\/api\/files\/[0-9a-f-]{36}$/i;

// What members may format. Pictures are our own files only: another address would tell its owner who
// reads it.
const schema = {
  ...defaultSchema,
  tagNames: [
    ...["p", "br", "strong", "em", "del", "a", "code", "pre", "blockquote", "ul", "ol", "li", "hr"],
    ...["h1", "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td", "input"],
    "img",
  ],
  protocols: { ...defaultSchema.protocols, href: ["http", "https", "mailto", "member"] },
};

function MemberLink({ href, children }: ComponentProps<"a">): ReactElement {
  const [, member] = /^member:([0-9a-f-]{36})$/i.exec(href ?? "") ?? [];
  if (member !== undefined) {
    return (
      <Link
        href={`/members/${member}`}
        prefetch={false}
        className="rounded-sm bg-brand-soft px-1 font-medium text-brand-text hover:underline"
      >
        {children}
      </Link>
    );
  }
  return (
    <a
      href={href}
      // A member's link says nothing of ours, and the page behind it learns nothing of where it stood.
      rel="nofollow ugc noopener noreferrer"
      target="_blank"
      className="text-brand-text underline decoration-brand-border underline-offset-4 hover:decoration-current"
    >
      {children}
    </a>
  );
}

function Picture({ src, alt }: ComponentProps<"img">): ReactElement {
  if (typeof src !== "string" || !ownPicture.test(src)) {
    return <span className="text-muted-foreground">{alt}</span>;
  }
  return (
    // biome-ignore lint/performance/noImgElement: an optimiser in between could not ask as this reader
    <img
      src={src}
      alt={alt ?? ""}
      loading="lazy"
      decoding="async"
      className="max-h-[32rem] max-w-full rounded-lg border"
    />
  );
}

/** Addresses that a text may hold: the usual ones and those of members. */
function allowedAddress(url: string): string {
  return memberAddress.test(url) ? url : defaultUrlTransform(url);
}

// The page has its own headings above: those of a post begin at the third level.
const components: Components = {
  a: MemberLink,
  img: Picture,
  h1: ({ children }) => <h3>{children}</h3>,
  h2: ({ children }) => <h3>{children}</h3>,
  h3: ({ children }) => <h4>{children}</h4>,
  h4: ({ children }) => <h5>{children}</h5>,
  h5: ({ children }) => <h6>{children}</h6>,
  table: ({ children }) => (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, also by keyboard
    <section aria-label="Table" tabIndex={0} className="overflow-x-auto">
      <table>{children}</table>
    </section>
  ),
};

const prose = [
  "grid gap-3 text-[0.9375rem] leading-relaxed wrap-anywhere",
  "[&_ul]:list-disc [&_ul]:pl-5 [&_ol]:list-decimal [&_ol]:pl-5 [&_li]:my-1",
  "[&_blockquote]:border-l-2 [&_blockquote]:pl-4 [&_blockquote]:text-muted-foreground",
  "[&_code]:rounded-sm [&_code]:bg-muted [&_code]:px-1 [&_code]:py-0.5 [&_code]:text-[0.875em]",
  "[&_pre]:overflow-x-auto [&_pre]:rounded-md [&_pre]:bg-muted [&_pre]:p-3 [&_pre_code]:p-0",
  "[&_h3]:text-base [&_h3]:font-semibold [&_h4]:font-semibold [&_h5]:font-medium [&_h6]:font-medium",
  "[&_th]:border-b [&_th]:px-3 [&_th]:py-1.5 [&_th]:text-left [&_td]:border-b [&_td]:px-3 [&_td]:py-1.5",
].join(" ");

/** A member's text in Markdown. What is not plain formatting is taken out, here and nowhere else. */
export function Markdown({ children }: { children: string }): ReactElement {
  return (
    <div className={prose}>
      <ReactMarkdown
        remarkPlugins={[remarkGfm]}
        rehypePlugins={[[rehypeSanitize, schema]]}
        components={components}
        urlTransform={allowedAddress}
      >
        {children}
      </ReactMarkdown>
    </div>
  );
}
