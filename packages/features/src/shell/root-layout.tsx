import { requestNonce } from "@neothink/auth/server";
import { brand } from "@neothink/brand/current";
import { appOrigins } from "@neothink/brand/origins";
import { fontVariables } from "@neothink/ui/fonts";
import { ThemeProvider } from "@neothink/ui/theme-provider";
import { Toaster } from "@neothink/ui/toaster";
import type { Metadata, Viewport } from "next";
import type { ReactElement, ReactNode } from "react";

/** The metadata that every page of the app starts from. */
export function generateMetadata(): Metadata {
  return {
    metadataBase: new URL(appOrigins()[brand.slug]),
    title: { default: `${brand.name}: ${brand.tagline}`, template: `%s · ${brand.name}` },
    description: brand.description,
    applicationName: brand.name,
    openGraph: { siteName: brand.name, type: "website", locale: "en" },
    formatDetection: { telephone: false },
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfaf8" },
    { media: "(prefers-color-scheme: dark)", color: "#0d0c0b" },
  ],
};

/** The document around every page: language, fonts, theme, skip link, toasts. */
export default async function RootLayout({
  children,
}: {
  children: ReactNode;
}): Promise<ReactElement> {
  const nonce = await requestNonce();
  return (
    // The theme's script sets a class on html before React starts.
    <html lang="en" className={fontVariables} suppressHydrationWarning>
      <body className="min-h-dvh">
        <ThemeProvider nonce={nonce}>
          <a
            href="#content"
            className="fixed top-3 left-3 z-100 -translate-y-24 rounded-md bg-primary px-4 py-2.5 text-sm font-medium text-primary-foreground shadow-lg focus-visible:translate-y-0"
          >
            Skip to content
          </a>
          {children}
          <Toaster />
        </ThemeProvider>
      </body>
    </html>
  );
}
