import { router } from "../core/trpc.ts";
import { accessRouter, inviteRouter, referralRouter } from "./access.router.ts";
import { formTokenRouter, handoffRouter } from "./handoff.router.ts";
import { onboardingRouter } from "./onboarding.router.ts";
import { avatarRouter, fileRouter, profileRouter } from "./profile.router.ts";
import { signInHistoryRouter } from "./sign-in-history.router.ts";
import { viewerRouter } from "./viewer.router.ts";

export const identityRouter = router({
  viewer: viewerRouter,
  profile: profileRouter,
  avatar: avatarRouter,
  file: fileRouter,
  access: accessRouter,
  invite: inviteRouter,
  referral: referralRouter,
  signInHistory: signInHistoryRouter,
  onboarding: onboardingRouter,
  handoff: handoffRouter,
  formToken: formTokenRouter,
});
