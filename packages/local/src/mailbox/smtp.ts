import { SMTPServer } from "smtp-server";
import { codeOf } from "../stack/problem.ts";
import type { MailStore } from "./store.ts";

const largestMail = 5 * 1024 * 1024;

/**
 * Takes mail on 127.0.0.1 without encryption or sign-in, and for any recipient: nothing goes further.
 * A mail is acknowledged when it is on disk.
 */
export async function startSmtp(options: {
  store: MailStore;
  host: string;
  port: number;
}): Promise<{ close(): Promise<void> }> {
  const { store, host, port } = options;
  const server = new SMTPServer({
    banner: "the embedded mailbox",
    disabledCommands: ["AUTH", "STARTTLS"],
    // Looking up the sender's name would wait for a name server, which may not be there.
    disableReverseLookup: true,
    size: largestMail,
    closeTimeout: 2_000,
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.once("end", () => {
        if (stream.sizeExceeded) {
          callback(refusal(552, "This mailbox takes mails up to 5 MB."));
          return;
        }
        const { mailFrom, rcptTo } = session.envelope;
        store
          .add(Buffer.concat(chunks), {
            from: mailFrom ? mailFrom.address : "",
            to: rcptTo.map(({ address }) => address),
          })
          .then(
            () => callback(null, "Kept in the embedded mailbox"),
            (error: unknown) =>
              callback(
                refusal(451, `The mail could not be kept (${codeOf(error) || "unreadable"}).`),
              ),
          );
      });
    },
  });
  // A client that goes away in mid-sentence is no concern of ours.
  server.on("error", () => undefined);
  await new Promise<void>((resolve, reject) => {
    server.server.once("error", reject);
    server.listen(port, host, () => resolve());
  });
  return { close: () => new Promise((resolve) => server.close(() => resolve())) };
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
