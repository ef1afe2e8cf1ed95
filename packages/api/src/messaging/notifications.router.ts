import { countUnread } from "@neothink/db/messaging/notifications";
import { memberProcedure, router } from "../core/trpc.ts";
import {
  ListNotifications,
  MuteKind,
  NotificationId,
  UndoRead,
  UpdatePreferences,
} from "./notifications.schema.ts";
import { keepUnread, markRead, muteKind, readNotifications, unmarkRead } from "./notifications.ts";
import { changePreferences, readPreferences } from "./preferences.ts";

export const notificationsRouter = router({
  /** One page of the notification centre, newest first, with the cursor of the next. */
  list: memberProcedure
    .input(ListNotifications)
    .query(({ ctx, input }) => readNotifications(ctx, input)),

  /** How many lines are unread. */
  unread: memberProcedure.query(({ ctx }) => countUnread(ctx.db)),

  read: memberProcedure.input(NotificationId).mutation(({ ctx, input }) => markRead(ctx, input.id)),

  readAll: memberProcedure.mutation(({ ctx }) => markRead(ctx, null)),

  /** Takes back a `read` or `readAll`. */
  undoRead: memberProcedure
    .input(UndoRead)
    .mutation(({ ctx, input }) => unmarkRead(ctx, input.readAt)),

  keepUnread: memberProcedure
    .input(NotificationId)
    .mutation(({ ctx, input }) => keepUnread(ctx, input.id)),

  mute: memberProcedure.input(MuteKind).mutation(({ ctx, input }) => muteKind(ctx, input)),
});

export const preferencesRouter = router({
  get: memberProcedure.query(({ ctx }) => readPreferences(ctx)),

  update: memberProcedure
    .input(UpdatePreferences)
    .mutation(({ ctx, input }) => changePreferences(ctx, input)),
});
