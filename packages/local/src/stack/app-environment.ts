import { inheritedEnvironment, type StackEnvironment } from "../env.ts";
import type { DatabaseUrls } from "./database.ts";
import { type AppSlug, appSlugs, type Ports } from "./ports.ts";

/** The address of the auth service and the keys to it. */
export type Auth = { url: string; publishableKey: string; secretKey: string };

/** What a person types to reach an app. */
export function originOf(slug: AppSlug, ports: Ports): string {
  return `http://localhost:${ports[slug]}`;
}

/** The whole environment of an app's process: the surroundings, and where its back end is. */
export function appEnvironment(options: {
  environment: StackEnvironment;
  ports: Ports;
  urls: DatabaseUrls;
  auth: Auth;
  smtpUrl: string | null;
  /** Only the embedded auth service knows it; null with another one. */
  clientIpSecret: string | null;
  cronSecret: string;
}): Record<string, string> {
  const { environment, ports, urls, auth, smtpUrl, clientIpSecret, cronSecret } = options;
  const { APP_ORIGINS, ...inherited } = inheritedEnvironment();
  // The owner's address is for migrations; whoever breaks into an app must not find it there.
  delete inherited.DATABASE_ADMIN_URL;
  const local = Object.fromEntries(appSlugs.map((slug) => [slug, originOf(slug, ports)]));
  return {
    ...inherited,
    NEXT_TELEMETRY_DISABLED: "1",
    APP_ENV: environment.appEnv,
    APP_ORIGINS: APP_ORIGINS ?? JSON.stringify(local),
    APP_BASE_PORT: String(ports.hub),
    DATABASE_URL: urls.app,
    DATABASE_DIRECT_URL: urls.direct,
    SUPABASE_URL: auth.url,
    SUPABASE_PUBLISHABLE_KEY: auth.publishableKey,
    SUPABASE_SECRET_KEY: auth.secretKey,
    MAIL_FROM: environment.mailFrom,
    CRON_SECRET: cronSecret,
    ...(smtpUrl ? { SMTP_URL: smtpUrl } : {}),
    ...(clientIpSecret ? { LOCAL_CLIENT_IP_SECRET: clientIpSecret } : {}),
  };
}
