import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ToastCard } from "./toast-card.tsx";

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

let root: Root;
let box: HTMLElement;
let expired = 0;

beforeEach(() => {
  vi.useFakeTimers();
  expired = 0;
  box = document.createElement("div");
  document.body.append(box);
  root = createRoot(box);
  act(() =>
    root.render(
      <ToastCard
        kind="success"
        message="Post deleted"
        action={{ label: "Undo", onPress: () => undefined }}
        seconds={10}
        onClose={() => undefined}
        onExpire={() => {
          expired += 1;
        }}
      />,
    ),
  );
});
afterEach(() => {
  act(() => root.unmount());
  box.remove();
  vi.useRealTimers();
});

function pass(seconds: number): void {
  act(() => {
    vi.advanceTimersByTime(seconds * 1000);
  });
}

describe("the clock of a toast", () => {
  it("runs out once", () => {
    pass(9.9);
    expect(expired).toBe(0);
    pass(0.2);
    expect(expired).toBe(1);
    pass(60);
    expect(expired).toBe(1);
  });

  it("stands still while the focus is inside, and goes on from there", () => {
    pass(6);
    const undo = box.querySelector("button");
    act(() => undo?.focus());
    pass(60);
    expect(expired).toBe(0);
    act(() => undo?.blur());
    pass(3.9);
    expect(expired).toBe(0);
    pass(0.2);
    expect(expired).toBe(1);
  });
});
