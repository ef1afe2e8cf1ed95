import { act, type ReactNode } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Checkbox } from "./checkbox.tsx";
import { Field } from "./field.tsx";
import { Input } from "./input.tsx";

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

let root: Root;
let box: HTMLElement;

beforeEach(() => {
  box = document.createElement("div");
  document.body.append(box);
  root = createRoot(box);
});
afterEach(() => {
  act(() => root.unmount());
  box.remove();
});

function show(node: ReactNode): void {
  act(() => root.render(node));
}

function describedBy(control: Element | null): string[] {
  const ids = control?.getAttribute("aria-describedby")?.split(" ") ?? [];
  return ids.map((id) => document.getElementById(id)?.textContent ?? `no #${id}`);
}

describe("a field", () => {
  it("names its control and describes it by its hint", () => {
    show(
      <Field label="E-mail" hint="We write rarely.">
        <Input />
      </Field>,
    );
    const input = box.querySelector("input");
    expect(box.querySelector("label")?.htmlFor).toBe(input?.id);
    expect(describedBy(input)).toEqual(["We write rarely."]);
    expect(input?.hasAttribute("aria-invalid")).toBe(false);
  });

  it("marks the control as invalid and reads the error before the hint", () => {
    show(
      <Field label="E-mail" hint="We write rarely." error="This is no address." required>
        <Input aria-describedby="own" />
      </Field>,
    );
    const input = box.querySelector("input");
    expect(input?.getAttribute("aria-invalid")).toBe("true");
    expect(input?.required).toBe(true);
    expect(describedBy(input)).toEqual(["no #own", "This is no address.", "We write rarely."]);
  });

  it("takes an empty error for none", () => {
    show(
      <Field label="E-mail" error="">
        <Input />
      </Field>,
    );
    expect(box.querySelector("input")?.hasAttribute("aria-invalid")).toBe(false);
  });

  it("ties a checkbox just the same", () => {
    show(
      <Field label="Send me the digest" error="Please decide.">
        <Checkbox />
      </Field>,
    );
    const control = box.querySelector("[role=checkbox]");
    expect(box.querySelector("label")?.htmlFor).toBe(control?.id);
    expect(describedBy(control)).toEqual(["Please decide."]);
  });
});
