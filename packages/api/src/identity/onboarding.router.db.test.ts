import { type PlatformSlug, platforms } from "@neothink/brand/platforms";
import type { Claims } from "@neothink/db/core/identity";
import { closePool } from "@neothink/db/core/pool";
import { adminQuery, makePerson } from "@neothink/db/core/test-people";
import { afterAll, describe, expect, it } from "vitest";
import { callAs, refusal } from "../core/test-caller.ts";
import type { StepInput } from "./onboarding.schema.ts";

afterAll(closePool);

const newcomer = (): Promise<Claims> => makePerson({ name: "", platforms: [] });

describe("onboarding", () => {
  const slug = "ascenders";
  const answers = Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`b${i + 1}`, 4]));

  async function saveAll(who: Claims): Promise<void> {
    const { onboarding } = callAs(who, slug).identity;
    await onboarding.saveStep({ step: "welcome", valuePaths: ["prosperity"] });
    await onboarding.saveStep({
      step: "profile",
      fullName: "Ada Lark",
      bio: "",
      interests: ["boats"],
      timezone: "UTC",
    });
    await onboarding.saveStep({ step: "assessment", answers });
    await onboarding.saveStep({
      step: "goals",
      goals: [{ title: "First sale", by: "2027-03-01" }],
    });
    await onboarding.saveStep({ step: "community", features: ["networking", "unknown"] });
  }

  it("goes step by step, comes back where it was, and keeps what was entered", async () => {
    const ada = await newcomer();
    const { onboarding } = callAs(ada, slug).identity;
    expect((await onboarding.get()).progress).toMatchObject({ status: "new", current: "welcome" });
    await onboarding.saveStep({ step: "welcome", valuePaths: ["prosperity", "longevity"] });
    await onboarding.open({ step: "assessment" });
    await onboarding.keepAnswers({ answers: { b1: 5, v1: 1 } });
    const later = await onboarding.get();
    expect(later.progress).toMatchObject({
      status: "running",
      current: "assessment",
      completed: ["welcome"],
    });
    expect(later.profile.valuePaths).toEqual(["prosperity", "longevity"]);
    expect(later.assessment).toMatchObject({ answers: { b1: 5 }, result: null });
    // Another app knows nothing of it.
    expect((await callAs(ada, "hub").identity.onboarding.get()).progress.status).toBe("new");
  });

  it("can be put aside and taken up again", async () => {
    const ada = await newcomer();
    const { onboarding, viewer } = callAs(ada, slug).identity;
    await onboarding.saveStep({ step: "welcome", valuePaths: ["happiness"] });
    await onboarding.skip();
    expect((await viewer.get()).onboarding).toEqual({ status: "skipped", done: 1, total: 5 });
    await onboarding.open({ step: "profile" });
    expect((await viewer.get()).onboarding.status).toBe("running");
  });

  it("names the statements without an answer", async () => {
    const ada = await newcomer();
    const sent = Object.fromEntries(Object.entries(answers).filter(([key]) => key !== "b3"));
    const saving = callAs(ada, slug).identity.onboarding.saveStep({
      step: "assessment",
      answers: sent,
    });
    await expect(saving).rejects.toMatchObject({
      cause: { reason: "unanswered", fields: { b3: [expect.any(String)] } },
    });
  });

  it("refuses another app's step and what was not offered", async () => {
    const ada = await newcomer();
    expect(
      await refusal(
        callAs(ada, "hub").identity.onboarding.saveStep({
          step: "protocol",
          protocol: "morning_light",
          time: "morning",
        }),
      ),
    ).toContain("not_a_step");
    expect(
      await refusal(
        callAs(ada, "immortals").identity.onboarding.saveStep({
          step: "protocol",
          protocol: "made_up",
          time: "morning",
        }),
      ),
    ).toContain("not_offered");
  });

  it("opens nothing before its end", async () => {
    const ada = await newcomer();
    const caller = callAs(ada, slug).identity;
    await caller.onboarding.saveStep({ step: "welcome", valuePaths: ["prosperity"] });
    expect(await refusal(caller.onboarding.complete())).toContain("onboarding_unfinished");
    expect((await caller.access.list()).some(({ open }) => open)).toBe(false);
  });

  it("opens app and hub, gives two achievements and the reward once, however often it is completed", async () => {
    const ada = await newcomer();
    await saveAll(ada);
    const { onboarding, access, viewer } = callAs(ada, slug).identity;
    const results = await Promise.all(Array.from({ length: 8 }, () => onboarding.complete()));
    expect(results.filter(({ completedNow }) => completedNow)).toEqual([
      {
        completedNow: true,
        opened: ["ascenders", "hub"],
        achievements: ["profile_complete", "business_potential_assessment_complete"],
        rewards: [
          expect.objectContaining({ token: "LIVE", entryId: expect.any(String) }),
          expect.objectContaining({ token: "LIVE", entryId: expect.any(String) }),
        ],
      },
    ]);
    const open = (await access.list())
      .filter((entry) => entry.open)
      .map(({ platform }) => platform);
    expect(open).toEqual(["hub", "ascenders"]);
    expect((await viewer.get()).onboarding).toEqual({ status: "complete", done: 5, total: 5 });
    const rows = await adminQuery(
      "select a.name from user_achievements u join achievements a on a.id = u.achievement_id where u.user_id = $1",
      [ada.sub],
    );
    expect(rows).toHaveLength(2);
    const paid = await adminQuery("select action_type from user_actions where user_id = $1", [
      ada.sub,
    ]);
    expect(paid).toHaveLength(2);
    // Answers that travelled slowly do not open it again.
    await onboarding.keepAnswers({ answers: { b1: 1 } });
    const state = await onboarding.get();
    expect(state.assessment.answers).toEqual(answers);
    expect(state.assessment.result?.scores).toHaveLength(5);
    expect(state.community.joined).toEqual(["networking"]);
  });

  it("can be gone through in every app", async () => {
    const own: Record<PlatformSlug, StepInput> = {
      hub: { step: "platforms", platforms: ["ascenders"] },
      ascenders: { step: "goals", goals: [{ title: "First sale", by: "2027-03-01" }] },
      neothinkers: {
        step: "exercises",
        exercise: "two_far_things",
        answer: "Music explains prime numbers.",
      },
      immortals: { step: "protocol", protocol: "evening_calm", time: "evening" },
    };
    for (const platform of Object.values(platforms)) {
      const ada = await newcomer();
      const { onboarding } = callAs(ada, platform.slug).identity;
      const { questionnaire } = (await onboarding.get()).assessment;
      await onboarding.saveStep({
        step: "welcome",
        valuePaths: [platform.valuePaths[0] ?? "happiness"],
      });
      await onboarding.saveStep({
        step: "profile",
        fullName: "A",
        bio: "b",
        interests: [],
        timezone: "UTC",
      });
      await onboarding.saveStep({
        step: "assessment",
        answers: Object.fromEntries(questionnaire.questions.map(({ key }) => [key, 3])),
      });
      await onboarding.saveStep(own[platform.slug]);
      await onboarding.saveStep({ step: "community", features: [] });
      expect((await onboarding.complete()).achievements).toHaveLength(2);
      expect((await onboarding.get()).ownStep?.step).toBe(platform.onboardingStep.key);
    }
  });
});
