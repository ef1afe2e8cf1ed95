import type { ComponentProps, ReactElement } from "react";
import ReactMarkdown, { type Components } from "react-markdown";
import rehypeSanitize, { defaultSchema } from "rehype-sanitize";
import remarkGfm from "remark-gfm";

// What members may format. No pictures yet: an address in a post would tell its owner who reads it.
const schema = {
  ...defaultSchema,
  tagNames: [
    ...["p", "br", "strong", "em", "del", "a", "code", "pre", "blockquote", "ul", "ol", "li", "hr"],
    ...["h1", "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td", "input"],
  ],
  protocols: { ...defaultSchema.protocols, href: ["http", "https", "mailto"] },
};

function MemberLink({ href, children }: ComponentProps<"a">): ReactElement {
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

// The page has its own headings above: those of a post begin at the third level.
const components: Components = {
  a: MemberLink,
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
      >
        {children}
      </ReactMarkdown>
    </div>
  );
}
