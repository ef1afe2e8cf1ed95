import { router } from "../core/trpc.ts";
import { notificationsRouter, preferencesRouter } from "./notifications.router.ts";

export const messagingRouter = router({
  notifications: notificationsRouter,
  preferences: preferencesRouter,
});
