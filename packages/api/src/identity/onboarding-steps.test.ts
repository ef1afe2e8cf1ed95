import { platforms } from "@neothink/brand/platforms";
import { describe, expect, it } from "vitest";
import { nextStep, progressOf, stepAfter, stepsOf } from "./onboarding-steps.ts";

const row = {
  current_step: "profile",
  completed_steps: ["welcome"],
  skipped_at: null,
  completed_at: null,
};

describe("the steps of an app", () => {
  it("are five, the fourth of them its own", () => {
    expect(Object.values(platforms).map((platform) => stepsOf(platform)[3])).toEqual([
      "platforms",
      "goals",
      "exercises",
      "protocol",
    ]);
  });

  it("follow each other to the end", () => {
    const steps = stepsOf(platforms.ascenders);
    expect(stepAfter(steps, "welcome")).toBe("profile");
    expect(stepAfter(steps, "assessment")).toBe("goals");
    expect(stepAfter(steps, "community")).toBe("community");
    expect(nextStep(steps, ["welcome", "assessment"])).toBe("profile");
  });
});

describe("progress", () => {
  it("begins with the welcome", () => {
    expect(progressOf(platforms.hub, undefined)).toMatchObject({
      status: "new",
      current: "welcome",
    });
  });

  it("comes back to the step where it was left", () => {
    expect(progressOf(platforms.hub, row)).toMatchObject({
      status: "running",
      current: "profile",
      completed: ["welcome"],
    });
  });

  it("leaves out steps that the app does not have", () => {
    const odd = { ...row, current_step: "goals", completed_steps: ["welcome", "goals"] };
    expect(progressOf(platforms.hub, odd)).toMatchObject({
      current: "profile",
      completed: ["welcome"],
    });
  });

  it("tells skipped from complete", () => {
    expect(progressOf(platforms.hub, { ...row, skipped_at: new Date() }).status).toBe("skipped");
    expect(
      progressOf(platforms.hub, { ...row, skipped_at: new Date(), completed_at: new Date() })
        .status,
    ).toBe("complete");
  });
});
