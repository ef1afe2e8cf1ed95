import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

/** A received mail, with what its link and code say. */
export interface ReceivedMail {
  to: string;
  subject: string;
  text: string;
  html: string;
  link: URL;
  tokenHash: string;
  type: string;
  code: string;
}

/** A mail server that keeps what it gets. */
export interface TestMailbox {
  readonly smtpUrl: string;
  /** The mails to an address so far, oldest first. */
  mailsTo(address: string): ReceivedMail[];
  /** The newest mail to an address that fits; waits for it up to five seconds. */
  mailTo(address: string, fits?: (mail: ReceivedMail) => boolean): Promise<ReceivedMail>;
  /** Refuses the next mails for good or for now, by their SMTP status. */
  refuseNext(status: number, times: number): void;
  close(): Promise<void>;
}

/** Starts a mail server on a free port. */
export async function startTestMailbox(): Promise<TestMailbox> {
  const received: ReceivedMail[] = [];
  let refusals: number[] = [];
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    logger: false,
    onData(stream, session, callback) {
      simpleParser(stream)
        .then((parsed) => {
          const status = refusals.shift();
          if (status) {
            callback(Object.assign(new Error("refused"), { responseCode: status }));
            return;
          }
          const text = parsed.text ?? "";
          const address = /https?:\/\/\S+/.exec(text)?.[0] ?? "http://no.link.invalid/";
          const link = new URL(address);
          received.push({
            to: session.envelope.rcptTo[0]?.address ?? "",
            subject: parsed.subject ?? "",
            text,
            html: parsed.html || "",
            link,
            tokenHash: link.searchParams.get("token_hash") ?? "",
            type: link.searchParams.get("type") ?? "",
            code: /\b\d{6}\b/.exec(text.replace(address, ""))?.[0] ?? "",
          });
          callback();
        })
        .catch(callback);
    },
  });
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const address = server.server.address();
  const port = address !== null && typeof address === "object" ? address.port : 0;
  const mailsTo = (to: string) => received.filter((mail) => mail.to === to);
  return {
    smtpUrl: `smtp://127.0.0.1:${port}`,
    mailsTo,
    async mailTo(to, fits = () => true) {
      for (let tries = 0; tries < 200; tries += 1) {
        const found = mailsTo(to).findLast(fits);
        if (found) {
          return found;
        }
        await wait(25);
      }
      throw new Error(`No fitting mail to ${to} arrived.`);
    },
    refuseNext(status, times) {
      refusals = Array<number>(times).fill(status);
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
