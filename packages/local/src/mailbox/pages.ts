import type { Message } from "./message.ts";

const dateFormat = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "medium" });

/** The list of mails, newest first. */
export function listPage(messages: readonly Message[], to: string): string {
  const amount = messages.length === 1 ? "1 mail" : `${messages.length} mails`;
  return page(
    "Mailbox",
    `<h1>Mailbox</h1>
    <p class="lead">This is the embedded mailbox. It stands in for a mail service on this machine:
    whatever the four apps send to anybody ends here, and nothing leaves the machine.</p>
    <div class="bar">
      <form class="search" action="/" method="get" role="search">
        <div><label for="to">Recipient</label>
        <input id="to" name="to" type="email" value="${escapeHtml(to)}" autocomplete="off"></div>
        <button type="submit">Show</button>
        ${to ? '<a class="button" href="/">Show all</a>' : ""}
      </form>
      <div id="summary">${
        messages.length > 0
          ? `<p class="quiet">${amount} · <a class="danger" href="/delete-all">Delete all…</a></p>`
          : ""
      }</div>
    </div>
    <div id="messages">${messages.length > 0 ? list(messages) : empty(to)}</div>
    <p class="hidden" role="status"></p>
    <script src="/mailbox.js" defer></script>`,
  );
}

/** One mail: as it looks, its links, its text, its headers. */
export function messagePage(message: Message): string {
  const { id, subject, from, to, receivedAt, text, html, links, headers, attachments } = message;
  return page(
    `${subject} · Mailbox`,
    `<p><a href="/">All mails</a></p>
    <h1>${escapeHtml(subject)}</h1>
    <dl class="facts">
      <dt>From</dt><dd>${escapeHtml(from)}</dd>
      <dt>To</dt><dd>${escapeHtml(to.join(", "))}</dd>
      <dt>Arrived</dt><dd>${time(receivedAt)}</dd>
      ${
        attachments.length > 0
          ? `<dt>Attachments</dt><dd>${escapeHtml(attachments.map(({ name, bytes }) => `${name} (${bytes} bytes)`).join(", "))}; not kept</dd>`
          : ""
      }
    </dl>
    ${
      html === null
        ? ""
        : `<div class="card"><iframe title="The mail as its recipient sees it" src="/messages/${id}/html"
      sandbox="allow-popups allow-popups-to-escape-sandbox" referrerpolicy="no-referrer"></iframe></div>`
    }
    ${
      links.length > 0
        ? `<h2>Links</h2><ul class="links">${links
            .map(
              (link) =>
                `<li><a href="${escapeHtml(link)}" target="_blank" rel="noopener noreferrer">${escapeHtml(link)}</a></li>`,
            )
            .join("")}</ul>`
        : ""
    }
    <h2>Text</h2>
    <div class="card"><pre>${text.trim() ? escapeHtml(text.trim()) : "This mail has no text part."}</pre></div>
    <details class="headers"><summary>Headers</summary><table>${headers
      .map(
        ({ name, value }) =>
          `<tr><th scope="row">${escapeHtml(name)}</th><td>${escapeHtml(value)}</td></tr>`,
      )
      .join("")}</table></details>
    <form action="/messages/${id}/delete" method="post"><p><button class="danger" type="submit">Delete this mail</button></p></form>`,
  );
}

/** Asks before everything is deleted. */
export function deleteAllPage(count: number): string {
  return page(
    "Delete all mails? · Mailbox",
    `<h1>Delete all mails?</h1>
    <p class="lead">${count === 1 ? "One mail is" : `${count} mails are`} deleted for good.</p>
    <form class="search" action="/delete-all" method="post">
      <button class="danger" type="submit">Delete all</button>
      <a class="button" href="/">Keep them</a>
    </form>`,
  );
}

/** What is shown for an address that is not there, or not any more. */
export function missingPage(): string {
  return page(
    "Not here · Mailbox",
    `<h1>Not here</h1>
    <p class="lead">There is no such mail, or it has been deleted. The mailbox keeps the newest 500.</p>
    <p><a href="/">All mails</a></p>`,
  );
}

/** A mail's own HTML as a document; the first base decides, so its links open in new tabs. */
export function mailDocument(html: string): string {
  return `<!doctype html><meta charset="utf-8"><base target="_blank">${html}`;
}

function list(messages: readonly Message[]): string {
  const items = messages.map(
    ({ id, subject, from, to, receivedAt }) => `<li data-id="${id}"><a href="/messages/${id}">
      <span class="subject">${escapeHtml(subject)}</span>
      <span class="quiet">${time(receivedAt)}</span>
      <span class="quiet">to ${escapeHtml(to.join(", "))}, from ${escapeHtml(from)}</span>
    </a></li>`,
  );
  return `<ol class="messages">${items.join("")}</ol>`;
}

function empty(to: string): string {
  const sentence = to
    ? `No mail for ${escapeHtml(to)} yet.`
    : "No mail yet. Sign up in one of the apps, and the confirmation arrives here.";
  return `<div class="card empty"><p>${sentence}</p><p class="quiet">The list follows by itself.</p></div>`;
}

function time(iso: string): string {
  return `<time datetime="${iso}">${dateFormat.format(new Date(iso))}</time>`;
}

function page(title: string, main: string): string {
  return `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${escapeHtml(title)}</title>
  <link rel="icon" href="/icon.svg" type="image/svg+xml">
  <link rel="stylesheet" href="/mailbox.css">
</head>
<body><main class="page">
    ${main}
</main></body>
</html>`;
}

function escapeHtml(value: string): string {
  return value
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
