import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Markdown } from "./markdown.tsx";
import { toStored, typedName } from "./mention-text.ts";
import { attacks } from "./test-attacks.ts";

function render(text: string): string {
  return renderToStaticMarkup(<Markdown>{text}</Markdown>);
}

describe("a member's text", () => {
  it.each(attacks)("does nothing but show itself: %s", (attack) => {
    const host = document.createElement("div");
    host.innerHTML = render(attack);
    expect(host.querySelector("script,img,svg,iframe,style,form,math,details")).toBeNull();
    for (const element of host.querySelectorAll("*")) {
      for (const { name, value } of element.attributes) {
        expect(name).not.toMatch(/^on|^style$|^src/);
        expect(value).not.toMatch(/^\s*(java|vb)script:|^\s*data:/i);
      }
    }
  });

  it("keeps its formatting", () => {
    const html = render(
      "# Plan\n\n**bold** and ~~gone~~\n\n- [x] done\n\n| a | b |\n|---|---|\n| 1 | 2 |",
    );
    for (const part of [
      "<h3>Plan</h3>",
      "<strong>bold</strong>",
      "<del>gone</del>",
      "<table>",
      "checked",
    ]) {
      expect(html).toContain(part);
    }
  });

  it("marks its links as the member's own", () => {
    expect(render("https://example.com")).toContain('rel="nofollow ugc noopener noreferrer"');
  });

  it("shows own pictures with their words, and no others", () => {
    const own = "/api/files/11111111-1111-4111-8111-111111111111";
    expect(render(`![A hill](${own})`)).toContain(`src="${own}" alt="A hill"`);
    expect(render("![A hill](https://example.com/hill.png)")).not.toContain("<img");
  });

  it("leads from the name of a member to their page", () => {
    const id = "11111111-1111-4111-8111-111111111111";
    expect(render(`Hello [@Ada](member:${id})`)).toMatch(
      new RegExp(`<a [^>]*href="/members/${id}"[^>]*>@Ada</a>`),
    );
    expect(render("[@Ada](member:../sign-out)")).not.toContain("/members/");
  });

  it.each(attacks)(
    "does no more as the name of a member who is mentioned in a comment: %s",
    (attack) => {
      const id = "11111111-1111-4111-8111-111111111111";
      const name = typedName(attack, id, new Map());
      const host = document.createElement("div");
      host.innerHTML = render(toStored(`Thanks, @${name}!`, new Map([[name, id]])));
      expect(host.querySelector("script,img,svg,iframe,style,form,math,details")).toBeNull();
      for (const link of host.querySelectorAll("a")) {
        expect(link.getAttribute("href") ?? "").toMatch(/^$|^\/members\/|^https?:/);
      }
    },
  );
});
