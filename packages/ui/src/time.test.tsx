import { act } from "react";
import { hydrateRoot, type Root } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { afterEach, expect, it, vi } from "vitest";
import { Time } from "./time.tsx";

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

afterEach(() => vi.useRealTimers());

it("hydrates without complaint though the browser is hours and a zone away from the server", () => {
  vi.useFakeTimers({ now: new Date("2026-11-22T15:00:00Z") });
  const element = <Time value="2026-11-22T14:58:30Z" timeZone="Asia/Tokyo" />;
  const box = document.createElement("div");
  box.innerHTML = renderToString(element);
  expect(box.textContent).toContain("1 minute ago");
  expect(box.textContent).toContain("GMT+9");

  vi.setSystemTime(new Date("2026-11-22T17:00:00Z"));
  const errors: unknown[] = [];
  let root: Root | undefined;
  act(() => {
    root = hydrateRoot(box, element, { onRecoverableError: (error) => void errors.push(error) });
  });
  expect(errors).toEqual([]);
  expect(box.textContent).toContain("2 hours ago");
  act(() => {
    vi.advanceTimersByTime(60 * 60_000);
  });
  expect(box.textContent).toContain("3 hours ago");
  act(() => root?.unmount());
});

it("never says that something just written lies ahead", () => {
  vi.useFakeTimers({ now: new Date("2026-11-22T15:00:29Z") });
  expect(renderToString(<Time value="2026-11-22T15:00:28Z" />)).toContain("just now");
});
