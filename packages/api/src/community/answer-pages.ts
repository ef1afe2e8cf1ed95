import {
  type AnswerPage,
  type AnswerRow,
  findAnswer,
  listAnswers,
  listAnswerThreads,
} from "@neothink/db/community/answers";
import type { Db } from "@neothink/db/core/identity";
import { decodeCursor, encodeCursor } from "@neothink/db/core/pagination";
import type { Context } from "../core/context.ts";
import { Invalid } from "../core/errors.ts";
import { answerPageSize, type ListAnswers } from "./answers.schema.ts";

/** A stretch of the answers in a topic, with the places before and after it. */
export interface AnswerStretch {
  readonly items: AnswerRow[];
  readonly nextCursor: string | null;
  readonly previousCursor: string | null;
}

// One level of a thread key, as the database writes it.
const levelLength = 22;
const threadKey = /^(?:[0-9a-f]{22}){1,9}$/;

interface View {
  readonly read: (db: Db, page: AnswerPage<string>) => Promise<AnswerRow[]>;
  /** The cursor of an answer's place. */
  readonly placeOf: (answer: AnswerRow) => string;
  /** Where a list begins that is to show this answer. */
  readonly startOf: (answer: AnswerRow) => string;
  readonly isPlace: (text: string) => boolean;
}

function placeByTime(answer: AnswerRow): string {
  return encodeCursor({ at: answer.cursorAt, id: answer.id });
}

const views: Readonly<Record<ListAnswers["view"], View>> = {
  flat: {
    read: (db, { from, ...page }) =>
      listAnswers(db, { ...page, from: (from && decodeCursor(from)) || undefined }),
    placeOf: placeByTime,
    startOf: placeByTime,
    isPlace: (text) => decodeCursor(text) !== null,
  },
  nested: {
    read: listAnswerThreads,
    placeOf: (answer) => answer.threadKey,
    startOf: (answer) => answer.threadKey.slice(0, levelLength),
    isPlace: (text) => threadKey.test(text),
  },
};

/**
 * A stretch of the answers in a topic: by time or as threads, from the beginning, from an answer on,
 * or on from a cursor in either direction. One statement, two when it begins at an answer.
 */
export async function readAnswers({ db }: Context, input: ListAnswers): Promise<AnswerStretch> {
  const { cursor, startAt, topicId } = input;
  const view = views[input.view];
  if (cursor && !view.isPlace(cursor)) {
    throw new Invalid("bad_cursor", "This place in the list is not known. Load it from the top.");
  }
  const limit = answerPageSize + 1;
  if (cursor && input.direction === "backward") {
    const rows = await view.read(db, { topicId, from: cursor, backward: true, limit });
    return stretch(rows.slice(0, answerPageSize).reverse(), view, {
      before: rows.length === limit,
      after: true,
    });
  }
  const target = !cursor && startAt ? await findAnswer(db, startAt) : undefined;
  const start = target?.topicId === topicId ? view.startOf(target) : undefined;
  const from = cursor ?? start;
  const rows = await view.read(db, {
    topicId,
    from: from ?? undefined,
    inclusive: !cursor && start !== undefined,
    limit,
  });
  return stretch(rows.slice(0, answerPageSize), view, {
    before: Boolean(from),
    after: rows.length === limit,
  });
}

function stretch(
  items: AnswerRow[],
  view: View,
  more: { readonly before: boolean; readonly after: boolean },
): AnswerStretch {
  const first = items.at(0);
  const last = items.at(-1);
  return {
    items,
    previousCursor: more.before && first ? view.placeOf(first) : null,
    nextCursor: more.after && last ? view.placeOf(last) : null,
  };
}
