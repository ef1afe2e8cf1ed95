import { createServer } from "node:http";
import { describe, expect, it } from "vitest";
import {
  fetchPreview,
  type Outside,
  openPinned,
  type PageAnswer,
  type Resolved,
} from "./link-preview.ts";
import { isPublicAddress } from "./public-address.ts";

const publicHost: Resolved = { address: "93.184.215.14", family: 4 };

function page(html: string, more: Partial<PageAnswer> = {}): PageAnswer {
  return {
    status: 200,
    location: null,
    contentType: "text/html; charset=utf-8",
    contentEncoding: null,
    body: (async function* () {
      yield new TextEncoder().encode(html);
    })(),
    close: () => undefined,
    ...more,
  };
}

/** An outside world in which every name stands for `addresses`, noting who was asked and from where. */
function world(
  answers: (url: URL) => PageAnswer,
  addresses: (host: string, turn: number) => readonly Resolved[] = () => [publicHost],
): Outside & { readonly opened: string[]; readonly resolved: string[] } {
  const opened: string[] = [];
  const resolved: string[] = [];
  return {
    opened,
    resolved,
    resolve: async (host) => {
      resolved.push(host);
      return addresses(host, resolved.length);
    },
    open: async (url, from) => {
      opened.push(`${url.href} at ${from.address}`);
      return answers(url);
    },
  };
}

const hello = () => page("<title>Hello</title>");

describe("addresses", () => {
  it.each([
    ...["0.0.0.0", "10.1.2.3", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.8.8.8"],
    ...["169.254.169.254", "172.16.0.1", "172.31.255.255", "192.168.1.1", "192.0.0.8"],
    ...["198.18.0.1", "198.19.255.255", "203.0.113.7", "224.0.0.1", "255.255.255.255"],
    ...["::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12:3456::1", "ff02::1"],
    ...["::ffff:127.0.0.1", "::ffff:7f00:1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:0:1::1"],
    ...["2001:db8::1", "3fff::1", "100::1", "", "localhost", "1.2.3", "01.2.3.4"],
  ])("of the inside are not public: %s", (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(["1.1.1.1", "93.184.215.14", "100.63.0.1", "172.32.0.1", "2606:4700::1111"])(
    "of the outside are public: %s",
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );
});

describe("a preview", () => {
  it("is title, description and site, as plain text", async () => {
    const html = `<head><meta property="og:title" content="A &amp; B &#x2014; &lt;b&gt;">
      <meta name='description' content='What it
      says'><meta content="The Site" property="og:site_name"></head>`;
    expect(
      await fetchPreview(
        "https://example.com/x",
        world(() => page(html)),
      ),
    ).toEqual({
      title: "A & B — <b>",
      description: "What it says",
      siteName: "The Site",
    });
  });

  it("falls back to the title of the page and its host", async () => {
    expect(await fetchPreview("https://www.example.com/", world(hello))).toEqual({
      title: "Hello",
      description: null,
      siteName: "example.com",
    });
  });

  it.each([
    ...["ftp://example.com/", "file:///etc/passwd", "gopher://x/", "javascript:alert(1)", "no url"],
    ...["http://example.com:22/", "http://example.com:8080/", "https://me:secret@example.com/"],
    ...["http://127.0.0.1/", "http://2130706433/", "http://0x7f.1/", "http://0177.0.0.1/"],
    ...["http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://169.254.169.254/latest/meta-data/"],
    ...["http://[fd00::1]/", "http://10.0.0.1/", "http://0/", "http://127.1/"],
  ])("is refused before anything is asked: %s", async (address) => {
    const outside = world(hello);
    await expect(fetchPreview(address, outside)).rejects.toThrow();
    expect(outside.opened).toEqual([]);
  });

  it("is refused when any address of the name is inside", async () => {
    const outside = world(hello, () => [publicHost, { address: "10.0.0.5", family: 4 }]);
    await expect(fetchPreview("http://example.com/", outside)).rejects.toThrow("not a public host");
    expect(outside.opened).toEqual([]);
  });

  it("does not fall for a name that changes its address: it is resolved once, and that is used", async () => {
    const outside = world(hello, (_, turn) => [
      turn === 1 ? publicHost : { address: "127.0.0.1", family: 4 },
    ]);
    await fetchPreview("http://rebind.example/", outside);
    expect(outside.resolved).toEqual(["rebind.example"]);
    expect(outside.opened).toEqual(["http://rebind.example/ at 93.184.215.14"]);
  });

  it("holds each redirect to the same rules", async () => {
    const to = (location: string) => world(() => page("", { status: 302, location }));
    for (const inside of ["http://127.0.0.1/", "http://example.com:6379/", "file:///etc/passwd"]) {
      const outside = to(inside);
      await expect(fetchPreview("https://example.com/", outside)).rejects.toThrow();
      expect(outside.opened).toHaveLength(1);
    }
    const rebound = world(
      () => page("", { status: 301, location: "/again" }),
      (_, turn) => [turn === 1 ? publicHost : { address: "192.168.0.1", family: 4 }],
    );
    await expect(fetchPreview("https://example.com/", rebound)).rejects.toThrow(
      "not a public host",
    );
    expect(rebound.opened).toHaveLength(1);
  });

  it("follows three redirects and no more", async () => {
    const hops = (count: number) =>
      world((url) => {
        const at = Number(url.pathname.slice(1) || 0);
        return at < count ? page("", { status: 302, location: `/${at + 1}` }) : hello();
      });
    expect((await fetchPreview("https://example.com/", hops(3))).title).toBe("Hello");
    await expect(fetchPreview("https://example.com/", hops(4))).rejects.toThrow("too many");
  });

  it("reads HTML only, and no more than 512 kB of it", async () => {
    for (const contentType of ["application/pdf", "text/plain", "image/png", null]) {
      const outside = world(() => page("<title>x</title>", { contentType }));
      await expect(fetchPreview("https://example.com/", outside)).rejects.toThrow("no page");
    }
    let chunks = 0;
    const endless = world(() =>
      page("", {
        body: (async function* () {
          for (;;) {
            chunks += 1;
            yield new Uint8Array(64 * 1024).fill(32);
          }
        })(),
      }),
    );
    expect((await fetchPreview("https://example.com/", endless)).title).toBeNull();
    expect(chunks).toBeLessThanOrEqual(8);
  });

  it("connects to the checked address, whatever the name stands for", async () => {
    const server = createServer((request, response) => {
      response.setHeader("content-type", "text/html");
      response.end(`<title>${request.headers.host}</title>`);
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const bound = server.address();
    const port = typeof bound === "object" && bound !== null ? bound.port : 0;
    try {
      const url = new URL(`http://no-such-name.invalid:${port}/`);
      const from = { address: "127.0.0.1", family: 4 };
      const answer = await openPinned(url, from, AbortSignal.timeout(2000));
      let html = "";
      for await (const chunk of answer.body) {
        html += new TextDecoder().decode(chunk);
      }
      expect(html).toContain("no-such-name.invalid");
    } finally {
      server.close();
    }
  });
});
