"use client";

import { ThemeProvider as Provider } from "next-themes";
import type { ReactElement, ReactNode } from "react";

/**
 * Light, dark or as the system says, kept in this browser. A small inline script sets it before
 * the first paint; `nonce` lets the content policy accept that script.
 */
export function ThemeProvider({
  nonce,
  children,
}: {
  nonce?: string | undefined;
  children: ReactNode;
}): ReactElement {
  return (
    <Provider
      attribute="class"
      defaultTheme="system"
      enableSystem
      disableTransitionOnChange
      {...(nonce === undefined ? {} : { nonce })}
    >
      {children}
    </Provider>
  );
}
