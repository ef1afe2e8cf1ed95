import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { findFreePort } from "../stack/ports.ts";
import { type Mailbox, startMailbox } from "./mailbox.ts";
import { Message } from "./message.ts";
import { openMailStore } from "./store.ts";

let folder = "";
let mailbox: Mailbox;
let ports = { pagePort: 0, smtpPort: 0 };

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "neothink-mailbox-"));
  ports = { pagePort: await findFreePort(), smtpPort: await findFreePort() };
  mailbox = await startMailbox({ folder, ...ports });
});

afterEach(async () => {
  await mailbox.close();
  rmSync(folder, { recursive: true, force: true });
});

async function mail(to: string, subject: string, html = "<p>Hello</p>"): Promise<void> {
  const transport = createTransport(mailbox.smtpUrl);
  await transport.sendMail({
    from: "Hub <hub@neothink.local>",
    to,
    subject,
    text: "See http://localhost:3000/auth/confirm?token=a&b=c.",
    html,
  });
  transport.close();
}

const listOf = z.object({ messages: z.array(Message) });
async function listed(query = ""): Promise<Message[]> {
  return listOf.parse(await (await fetch(`${mailbox.url}/api/messages${query}`)).json()).messages;
}

/** fetch() does not let anyone choose the Host header. */
function statusAs(headers: Record<string, string>, method = "GET", path = "/"): Promise<number> {
  return new Promise((resolve, reject) => {
    request({ host: "127.0.0.1", port: ports.pagePort, method, path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .once("error", reject)
      .end();
  });
}

describe("the mailbox", () => {
  it("keeps every mail, newest first, and finds those of one recipient", async () => {
    await mail("Ada@Example.org", "first");
    await mail("bo@example.org", "second");
    expect((await listed()).map(({ subject }) => subject)).toEqual(["second", "first"]);
    expect((await listed("?to=ADA@example.org")).map(({ subject }) => subject)).toEqual(["first"]);
    expect(await listed("?to=nobody@example.org")).toEqual([]);
  });

  it("gathers each link once, with the ampersands put right", async () => {
    await mail(
      "ada@example.org",
      "links",
      '<a href="http://localhost:3000/auth/confirm?token=a&amp;b=c">go</a> <a href="javascript:alert(1)">no</a>',
    );
    expect((await listed())[0]?.links).toEqual(["http://localhost:3000/auth/confirm?token=a&b=c"]);
  });

  it("keeps its mails over a restart, for its owner's eyes only", async () => {
    await mail("ada@example.org", "kept");
    await mailbox.close();
    mailbox = await startMailbox({ folder, ...ports });
    expect((await listed()).map(({ subject }) => subject)).toEqual(["kept"]);
    const [file = ""] = readdirSync(folder);
    expect(statSync(join(folder, file)).mode & 0o077).toBe(0);
  });

  it("drops the oldest beyond its limit, on disk as well", async () => {
    const small = join(folder, "small");
    const store = openMailStore(small, 3);
    for (const subject of ["a", "b", "c", "d", "e"]) {
      await store.add(Buffer.from(`Subject: ${subject}\r\n\r\ntext`), { from: "", to: ["x@y.z"] });
    }
    expect(store.list().map(({ subject }) => subject)).toEqual(["e", "d", "c"]);
    expect(readdirSync(small)).toHaveLength(3);
  });

  it("shows a mail's words as words", async () => {
    await mail("ada@example.org", "<img src=x onerror=alert(1)>");
    const page = await (await fetch(mailbox.url)).text();
    expect(page).not.toContain("<img");
    expect(page).toContain("&lt;img src=x");
  });

  it("lets a mail's HTML run nothing", async () => {
    await mail("ada@example.org", "scripted", "<script>alert(1)</script><p>Hi</p>");
    const [message] = await listed();
    const response = await fetch(`${mailbox.url}/messages/${message?.id}/html`);
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(policy).toMatch(/^sandbox [^;]*;/);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("allow-scripts");
    expect(policy).not.toContain("script-src");
    const page = await (await fetch(`${mailbox.url}/messages/${message?.id}`)).text();
    expect(page).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
  });

  it("answers only to its own name", async () => {
    expect(await statusAs({ host: `localhost:${ports.pagePort}` })).toBe(200);
    expect(await statusAs({ host: `evil.example:${ports.pagePort}` })).toBe(421);
    expect(await statusAs({ host: "localhost" })).toBe(421);
  });

  it("is changed by its own page alone", async () => {
    await mail("ada@example.org", "stays");
    const host = `localhost:${ports.pagePort}`;
    for (const origin of ["https://evil.example", "null", `http://localhost:${ports.smtpPort}`]) {
      expect(await statusAs({ host, origin }, "POST", "/delete-all")).toBe(403);
      expect(await statusAs({ host, origin }, "DELETE", "/api/messages")).toBe(403);
    }
    expect(await listed()).toHaveLength(1);
    expect(await statusAs({ host, origin: `http://${host}` }, "POST", "/delete-all")).toBe(303);
    expect(await listed()).toEqual([]);
  });

  it("deletes one mail and says so when it is not there", async () => {
    await mail("ada@example.org", "one");
    await mail("ada@example.org", "two");
    const [two] = await listed();
    const remove = (): Promise<Response> =>
      fetch(`${mailbox.url}/api/messages/${two?.id}`, { method: "DELETE" });
    expect((await remove()).status).toBe(200);
    expect((await remove()).status).toBe(404);
    expect((await listed()).map(({ subject }) => subject)).toEqual(["one"]);
  });

  it("refuses a mail that is too large and stays up", async () => {
    const transport = createTransport(mailbox.smtpUrl);
    await expect(
      transport.sendMail({
        from: "a@b.c",
        to: "d@e.f",
        subject: "large",
        text: "x".repeat(6 * 1024 * 1024),
      }),
    ).rejects.toMatchObject({ responseCode: 552 });
    await mail("ada@example.org", "small");
    expect((await listed()).map(({ subject }) => subject)).toEqual(["small"]);
  });
});
