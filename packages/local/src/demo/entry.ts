import { assessments } from "@neothink/api/identity/assessments/catalog";
import { saveStep } from "@neothink/api/identity/onboarding";
import type { StepInput } from "@neothink/api/identity/onboarding.schema";
import { completeOnboarding } from "@neothink/api/identity/onboarding-completion";
import { progressOf } from "@neothink/api/identity/onboarding-steps";
import { firstExercises, starterProtocols } from "@neothink/api/identity/own-steps";
import { awardAction } from "@neothink/api/tokens/award";
import { type Platform, platforms } from "@neothink/brand/platforms";
import { type Db, inTransaction, memberDb } from "@neothink/db/core/identity";
import { findOnboarding } from "@neothink/db/identity/onboarding";
import { joinedAt } from "./demo-accounts.ts";
import type { DemoPerson } from "./people.ts";
import { demoId, share } from "./timeline.ts";

const minute = 60_000;

/** Takes somebody through the first entry of their apps, as the apps themselves would. */
export async function enterApps(person: DemoPerson, now: Date): Promise<void> {
  const start = joinedAt(person, now).getTime();
  for (const [index, slug] of person.platforms.entries()) {
    // One app a day, as people do.
    const at = new Date(start + (9 + index * 24 * 60) * minute);
    await completeEntry(person, platforms[slug], at);
  }
  if (person.begun) {
    await beginEntry(person, platforms[person.begun]);
  }
}

function stepsOfPerson(person: DemoPerson, platform: Platform): StepInput[] {
  const { name, bio, interests, timezone } = person;
  const { questions } = assessments[platform.assessment];
  const answers = questions.map(
    ({ key }) => [key, 2 + (share(`${person.key} ${key}`) % 4)] as const,
  );
  return [
    { step: "welcome", valuePaths: [...platform.valuePaths] },
    { step: "profile", fullName: name, bio, interests: [...interests], timezone },
    { step: "assessment", answers: Object.fromEntries(answers) },
    ownStep(person, platform),
    { step: "community", features: platform.communityFeatures.slice(0, 2) },
  ];
}

function ownStep(person: DemoPerson, platform: Platform): StepInput {
  const pick = share(person.key);
  switch (platform.onboardingStep.key) {
    case "platforms":
      return { step: "platforms", platforms: [...person.platforms] };
    case "goals":
      return {
        step: "goals",
        goals: [{ title: "Hand over one task that only I can do today", by: "2027-03-31" }],
      };
    case "exercises":
      return {
        step: "exercises",
        exercise: firstExercises[pick % firstExercises.length]?.key ?? "",
        answer:
          "I began with the thing that I was surest of, and found one honest reason against it.",
      };
    case "protocol":
      return {
        step: "protocol",
        protocol: starterProtocols[pick % starterProtocols.length]?.key ?? "",
        time: "morning",
      };
  }
}

async function isComplete(db: Db, userId: string, platform: Platform): Promise<boolean> {
  const row = await findOnboarding(db, userId, platform.slug);
  return progressOf(platform, row).status === "complete";
}

async function completeEntry(person: DemoPerson, platform: Platform, at: Date): Promise<void> {
  const viewer = viewerOf(person);
  await inTransaction(memberDb(viewer.claims), async (db) => {
    if (await isComplete(db, viewer.id, platform)) {
      return;
    }
    for (const step of stepsOfPerson(person, platform)) {
      await saveStep(db, viewer, platform, step);
    }
    // Paid under the name that the rule pays by, at the time of then; the rule finds it paid.
    for (const action of ["assessment", "onboarding"]) {
      await awardAction(db, {
        memberId: viewer.id,
        platform: platform.slug,
        action,
        key: `${action}:${platform.slug}:${viewer.id}`,
        entity: { type: "user", id: viewer.id },
        at,
      });
    }
    await completeOnboarding(db, viewer.id, platform);
  });
}

async function beginEntry(person: DemoPerson, platform: Platform): Promise<void> {
  const viewer = viewerOf(person);
  await inTransaction(memberDb(viewer.claims), async (db) => {
    const row = await findOnboarding(db, viewer.id, platform.slug);
    if (progressOf(platform, row).status === "new") {
      for (const step of stepsOfPerson(person, platform).slice(0, 2)) {
        await saveStep(db, viewer, platform, step);
      }
    }
  });
}

/** Somebody as the rules see them. */
export function viewerOf({ key }: DemoPerson): {
  id: string;
  claims: { sub: string; role: "authenticated" };
} {
  const id = demoId(`person ${key}`);
  return { id, claims: { sub: id, role: "authenticated" } };
}
