"use client";

import { useTheme } from "next-themes";
import type { ReactElement } from "react";
import { Toaster as Sonner } from "sonner";

const themes = { light: "light", dark: "dark" } as const;

/** The place where toasts appear: bottom right, above the bottom bar on phones. One per page. */
export function Toaster(): ReactElement {
  const { resolvedTheme } = useTheme();
  return (
    <Sonner
      theme={resolvedTheme === "dark" ? themes.dark : themes.light}
      position="bottom-right"
      gap={8}
      offset={24}
      mobileOffset={{ bottom: 88, left: 16, right: 16 }}
      containerAriaLabel="Messages"
      toastOptions={{ unstyled: true, classNames: { toast: "w-full font-sans sm:w-[22rem]" } }}
    />
  );
}
