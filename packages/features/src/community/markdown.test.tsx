import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Markdown } from "./markdown.tsx";

function render(text: string): string {
  return renderToStaticMarkup(<Markdown>{text}</Markdown>);
}

const attacks = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "![x](https://tracker.example/p.gif)",
  "[click](javascript:alert(1))",
  "[click](JaVaScRiPt:alert(1))",
  "[click](java\tscript:alert(1))",
  "[click](&#106;avascript:alert(1))",
  "[click](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
  "[click](vbscript:msgbox(1))",
  "<javascript:alert(1)>",
  "<a href='javascript:alert(1)'>x</a>",
  "<svg onload=alert(1)>",
  "<iframe src='https://evil.example'></iframe>",
  "<style>*{display:none}</style>",
  "<form action='https://evil.example'><input name=password></form>",
  "<math><mi xlink:href='data:x,<script>alert(1)</script>'>",
  "[x]: javascript:alert(1)\n\n[x]",
  "<div style='position:fixed;inset:0'>over</div>",
  "**<b onmouseover=alert(1)>bold</b>**",
  '[x](https://a.example "" onmouseover=alert(1) x="")',
  "<details open ontoggle=alert(1)>",
  "`</code><script>alert(1)</script>`",
];

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
});
