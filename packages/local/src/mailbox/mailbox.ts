import { startSmtp } from "./smtp.ts";
import { openMailStore } from "./store.ts";
import { startMailboxPage } from "./web.ts";

const host = "127.0.0.1";

/** A running mailbox: `url` for people, `smtpUrl` for whoever sends. */
export type Mailbox = { url: string; smtpUrl: string; close(): Promise<void> };

/** Starts the embedded mailbox: it takes every mail by SMTP, keeps it in `folder` and shows it on a page. */
export async function startMailbox(options: {
  folder: string;
  pagePort: number;
  smtpPort: number;
}): Promise<Mailbox> {
  const { folder, pagePort, smtpPort } = options;
  const store = openMailStore(folder);
  const smtp = await startSmtp({ store, host, port: smtpPort });
  const web = await startMailboxPage({ store, host, port: pagePort }).catch(
    async (error: unknown) => {
      await smtp.close();
      throw error;
    },
  );
  return {
    url: `http://localhost:${pagePort}`,
    smtpUrl: `smtp://${host}:${smtpPort}`,
    async close() {
      await Promise.all([smtp.close(), web.close()]);
    },
  };
}
