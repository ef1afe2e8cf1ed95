import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import type { Claims } from "@neothink/db/core/identity";
import { asMember } from "@neothink/db/core/identity";
import { closePool } from "@neothink/db/core/pool";
import { adminQuery, makePerson } from "@neothink/db/core/test-people";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { runJobs } from "../core/jobs.ts";
import { closeMailer } from "../core/mailer.ts";
import { callAs } from "../core/test-caller.ts";
import { notificationDigest } from "./notification-digest.job.ts";
import { notificationMail } from "./notification-mail.job.ts";
import { type News, notify } from "./notify.ts";
import { answerUnsubscribe } from "./unsubscribe.http.ts";

interface Received {
  readonly to: string;
  /** As it came over the wire, lines that were folded joined again. */
  readonly raw: string;
}

const received: Received[] = [];
let refusing = false;
const server = new SMTPServer({
  disabledCommands: ["AUTH", "STARTTLS"],
  logger: false,
  onData(stream, session, done) {
    void text(stream).then((raw) => {
      if (refusing) {
        done(new Error("not now"));
        return;
      }
      const joined = raw.replaceAll(/=\r\n|\r\n(?=[ \t])/g, "");
      for (const { address } of session.envelope.rcptTo) {
        received.push({ to: address, raw: joined });
      }
      done();
    });
  },
});

beforeAll(async () => {
  const listening = server.listen(0, "127.0.0.1");
  await once(listening, "listening");
  const address = listening.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  vi.stubEnv("SMTP_URL", `smtp://127.0.0.1:${port}`);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  closeMailer();
  await new Promise<void>((resolve) => server.close(resolve));
  await closePool();
});

async function tell(reader: Claims, more: Partial<News> = {}): Promise<void> {
  const actor = await makePerson({ name: "Ada <b>Writer</b>" });
  await asMember(actor, (db) =>
    notify(db, {
      recipients: [reader.sub],
      kind: "comment",
      platform: "ascenders",
      actorId: actor.sub,
      words: { excerpt: "Well <script>said</script>" },
      href: "/community/1",
      idempotencyKey: `test:${randomUUID()}`,
      ...more,
    }),
  );
}

async function age(reader: Claims, interval: string): Promise<void> {
  await adminQuery(
    "update notifications set created_at = created_at - $2::interval where user_id = $1",
    [reader.sub, interval],
  );
}

const mailTo = (person: Claims) =>
  received.filter(({ to }) => to === `${person.sub}@example.test`).map(({ raw }) => raw);

const eventsOf = (person: Claims) =>
  adminQuery<{ email_type: string; event_type: string }>(
    "select email_type, event_type from email_events where user_id = $1 order by created_at",
    [person.sub],
  );

const sendDue = () => runJobs(notificationMail.name);
const sendDigests = () => runJobs(notificationDigest.name);

/** A zone where the clock shows this hour now. */
function zoneWhereIts(hour: number): string {
  let offset = (hour - new Date().getUTCHours() + 24) % 24;
  offset = offset > 12 ? offset - 24 : offset;
  // In these names the sign is the other way around.
  return offset === 0 ? "UTC" : `Etc/GMT${offset > 0 ? "-" : "+"}${Math.abs(offset)}`;
}

async function lives(person: Claims, zone: string): Promise<void> {
  await adminQuery("update users set timezone = $2 where id = $1", [person.sub, zone]);
}

describe("mail about a notification", () => {
  it("comes when it was not seen, once, with a way to end it", async () => {
    const reader = await makePerson();
    await tell(reader);
    await sendDue();
    expect(mailTo(reader)).toEqual([]);
    await age(reader, "6 minutes");
    await Promise.all([sendDue(), sendDue()]);
    await sendDue();
    const [mail = "", ...more] = mailTo(reader);
    expect(more).toEqual([]);
    expect(mail).toMatch(/^List-Unsubscribe: <http\S+\/api\/mail\/unsubscribe\/[0-9a-f-]{36}>/m);
    expect(mail).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/m);
    const html = mail.slice(mail.indexOf("Content-Type: text/html"));
    expect(html).not.toContain("<script>");
    expect(html).toContain("&lt;script&gt;");
    expect(await eventsOf(reader)).toEqual([{ email_type: "notification", event_type: "sent" }]);
  });

  it("does not come for what was read, silenced, or while it is quiet", async () => {
    const [seen, off, quiet] = [await makePerson(), await makePerson(), await makePerson()];
    await callAs(off).messaging.preferences.update({ email: false });
    await lives(quiet, zoneWhereIts(23));
    await callAs(quiet).messaging.preferences.update({ quiet: { from: "22:00", until: "07:00" } });
    for (const reader of [seen, off, quiet]) {
      await tell(reader);
      await age(reader, "6 minutes");
    }
    await callAs(seen).messaging.notifications.readAll();
    await sendDue();
    expect([mailTo(seen), mailTo(off), mailTo(quiet)]).toEqual([[], [], []]);
    await lives(quiet, zoneWhereIts(9));
    await sendDue();
    expect(mailTo(quiet)).toHaveLength(1);
  });

  it("is one for all that waits, and is tried again when the server refuses", async () => {
    const reader = await makePerson();
    for (let n = 0; n < 3; n += 1) {
      await tell(reader);
    }
    await age(reader, "6 minutes");
    refusing = true;
    await sendDue();
    refusing = false;
    expect(await eventsOf(reader)).toEqual([{ email_type: "digest", event_type: "failed" }]);
    await sendDue();
    expect(mailTo(reader)).toHaveLength(1);
  });
});

describe("the summary", () => {
  it("comes in the morning of the member's zone, weightiest first, of what was not seen", async () => {
    const [here, elsewhere] = [await makePerson(), await makePerson()];
    await lives(here, zoneWhereIts(8));
    await lives(elsewhere, zoneWhereIts(15));
    for (const reader of [here, elsewhere]) {
      await tell(reader, { kind: "like" });
      await tell(reader, { kind: "announcement", words: { title: "The big one" } });
      await tell(reader, { kind: "like", words: { excerpt: "seen already" } });
      await adminQuery(
        "update notifications set is_read = true where user_id = $1 and body = 'seen already'",
        [reader.sub],
      );
    }
    await Promise.all([sendDigests(), sendDigests()]);
    await sendDigests();
    expect(mailTo(elsewhere)).toEqual([]);
    const [mail = "", ...more] = mailTo(here);
    expect(more).toEqual([]);
    expect(mail).not.toContain("seen already");
    expect(mail.indexOf("The big one")).toBeGreaterThan(0);
    expect(mail.indexOf("The big one")).toBeLessThan(mail.indexOf("liked your post"));
  });

  it("keeps its period, and does not come to who wants none", async () => {
    const [weekly, daily, none] = [await makePerson(), await makePerson(), await makePerson()];
    await callAs(daily).messaging.preferences.update({ digest: "daily" });
    await callAs(none).messaging.preferences.update({ digest: "none" });
    for (const reader of [weekly, daily, none]) {
      await lives(reader, zoneWhereIts(8));
      await tell(reader, { kind: "like" });
    }
    await sendDigests();
    for (const reader of [weekly, daily, none]) {
      await tell(reader, { kind: "like" });
      await adminQuery(
        "update mail_states set last_digest_at = last_digest_at - interval '23 hours' where user_id = $1",
        [reader.sub],
      );
    }
    await sendDigests();
    expect([weekly, daily, none].map((reader) => mailTo(reader).length)).toEqual([1, 2, 0]);
  });
});

describe("ending mails", () => {
  it("takes one request without a sign-in, and ends them on that platform alone", async () => {
    const reader = await makePerson();
    await tell(reader);
    await age(reader, "6 minutes");
    await sendDue();
    const key = /unsubscribe\/([0-9a-f-]{36})/.exec(mailTo(reader)[0] ?? "")?.[1] ?? "";
    const request = new Request("http://localhost/x", {
      method: "POST",
      body: "List-Unsubscribe=One-Click",
    });
    expect((await answerUnsubscribe(request, key)).status).toBe(204);
    expect(await callAs(reader).messaging.preferences.get()).toMatchObject({ email: false });
    expect(await callAs(reader, "hub").messaging.preferences.get()).toMatchObject({ email: true });
    await tell(reader);
    await age(reader, "6 minutes");
    await sendDue();
    expect(mailTo(reader)).toHaveLength(1);
  });

  it("tells nobody whether a key is known", async () => {
    for (const key of [randomUUID(), "nonsense", ""]) {
      const request = new Request("http://localhost/x", { method: "POST" });
      expect((await answerUnsubscribe(request, key)).status).toBe(204);
    }
  });
});
