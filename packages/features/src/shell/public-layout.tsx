import type { ReactElement, ReactNode } from "react";

import { PublicFooter } from "./public-footer.tsx";
import { PublicHeader } from "./public-header.tsx";

/** The frame of the pages for visitors. */
export default function PublicLayout({ children }: { children: ReactNode }): ReactElement {
  return (
    <>
      <PublicHeader />
      <main id="content">{children}</main>
      <PublicFooter />
    </>
  );
}
