import type { Claims } from "@neothink/db/core/identity";
import { closePool } from "@neothink/db/core/pool";
import { adminQuery, makePerson } from "@neothink/db/core/test-people";
import { afterAll, describe, expect, it } from "vitest";
import { callAs, refusal } from "../core/test-caller.ts";

afterAll(closePool);

const newcomer = (): Promise<Claims> => makePerson({ name: "", platforms: [] });

describe("the viewer", () => {
  it("learns what frames need: name, access with reasons, roles and onboarding", async () => {
    const ada = await makePerson({ name: "Ada", platforms: ["ascenders"], tier: "premium" });
    const facts = await callAs(ada, "ascenders").identity.viewer.get();
    expect(facts).toMatchObject({
      id: ada.sub,
      fullName: "Ada",
      tier: "premium",
      guardian: false,
      onboarding: { status: "new", done: 0, total: 5 },
    });
    expect(facts.access.find(({ platform }) => platform === "ascenders")?.open).toBe(true);
    expect(facts.access.find(({ platform }) => platform === "immortals")?.reason).toBe(
      "not_joined",
    );
    expect(facts.roles.every(({ role }) => role === "subscriber")).toBe(true);
  });

  it("never holds a password hash or an address of somebody else", async () => {
    const ada = await makePerson();
    const text = JSON.stringify([
      await callAs(ada).identity.viewer.get(),
      await callAs(ada).identity.profile.get(),
    ]);
    expect(text).not.toContain("password");
  });

  it("refuses the visitor", async () => {
    expect(await refusal(callAs(null).identity.viewer.get())).toContain("UNAUTHORIZED");
    expect(await refusal(callAs(null).identity.profile.update({ bio: "x" }))).toContain(
      "UNAUTHORIZED",
    );
  });
});

describe("the profile", () => {
  it("keeps what was not sent", async () => {
    const ada = await makePerson({ name: "Ada Lark" });
    await callAs(ada).identity.profile.update({
      bio: "I build bridges.",
      timezone: "Europe/Berlin",
    });
    const profile = await callAs(ada).identity.profile.update({ fullName: "Ada Finch" });
    expect(profile).toMatchObject({
      fullName: "Ada Finch",
      bio: "I build bridges.",
      timezone: "Europe/Berlin",
    });
    const [row] = await adminQuery("select first_name from profiles where id = $1", [ada.sub]);
    expect(row).toEqual({ first_name: "Ada" });
  });

  it("takes over the name of the sign-up form only while there is none", async () => {
    const ada = await newcomer();
    await callAs(ada).identity.profile.adoptName({ fullName: "Ada" });
    await callAs(ada).identity.profile.adoptName({ fullName: "Other" });
    expect((await callAs(ada).identity.profile.get()).fullName).toBe("Ada");
  });

  it.each([{ fullName: "  " }, { timezone: "Mars/Base" }, { bio: "x".repeat(501) }])(
    "refuses %j",
    async (input) => {
      const ada = await makePerson();
      expect(await refusal(callAs(ada).identity.profile.update(input))).toContain("BAD_REQUEST");
    },
  );
});

describe("the picture", () => {
  const webp = Buffer.concat([Buffer.from("RIFF\0\0\0\0WEBPVP8 ", "latin1"), Buffer.alloc(64, 1)]);

  it("is seen by those who see the card, replaces the one before, and can go", async () => {
    const [ada, bob, eve] = await Promise.all([
      makePerson({ platforms: ["hub"] }),
      makePerson({ platforms: ["hub"] }),
      makePerson({ platforms: ["immortals"] }),
    ]);
    const first = await callAs(ada).identity.avatar.set({ data: webp.toString("base64") });
    const second = await callAs(ada).identity.avatar.set({ data: webp.toString("base64") });
    const idOf = (url: string): string => url.split("/").at(-1) ?? "";
    const seen = await callAs(bob).identity.file.get({ id: idOf(second.url) });
    expect(seen.contentType).toBe("image/webp");
    expect(Buffer.compare(seen.content, webp)).toBe(0);
    expect(await refusal(callAs(bob).identity.file.get({ id: idOf(first.url) }))).toContain(
      "file_not_found",
    );
    expect(await refusal(callAs(eve).identity.file.get({ id: idOf(second.url) }))).toContain(
      "file_not_found",
    );
    expect(await refusal(callAs(null).identity.file.get({ id: idOf(second.url) }))).toContain(
      "file_not_found",
    );
    await callAs(ada).identity.avatar.remove();
    expect((await callAs(ada).identity.profile.get()).avatarUrl).toBeNull();
    expect(await refusal(callAs(bob).identity.file.get({ id: idOf(second.url) }))).toContain(
      "file_not_found",
    );
  });

  it("must be a picture", async () => {
    const ada = await makePerson();
    const data = Buffer.from("<svg onload=alert(1)>").toString("base64");
    expect(await refusal(callAs(ada).identity.avatar.set({ data }))).toContain("not_a_picture");
  });
});
