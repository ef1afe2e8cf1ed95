/**
 * Runs in the browser, served by its own source text: keeps the list up to date and says aloud
 * that a mail has come. Without scripts the page works the same, by reloading it.
 */
export function followMailbox(): void {
  const every = 3000;
  const newest = (): string =>
    document.querySelector("#messages li")?.getAttribute("data-id") ?? "";

  const look = async (): Promise<void> => {
    const { search } = window.location;
    const answer = await fetch(`/api/newest${search}`);
    const { id } = await answer.json();
    if (id === newest()) {
      return;
    }
    const page = await (await fetch(`/${search}`)).text();
    const fresh = new DOMParser().parseFromString(page, "text/html");
    const focused = document.activeElement?.getAttribute("href");
    for (const part of ["#messages", "#summary"]) {
      const [from, to] = [fresh.querySelector(part), document.querySelector(part)];
      if (from && to) {
        to.replaceWith(document.adoptNode(from));
      }
    }
    for (const link of document.querySelectorAll<HTMLElement>("#messages a")) {
      if (focused && link.getAttribute("href") === focused) {
        link.focus();
      }
    }
    const first = document.querySelector("#messages .subject")?.textContent;
    const status = document.querySelector("[role=status]");
    if (status) {
      status.textContent = first ? `Newest mail: ${first}` : "The mailbox is empty.";
    }
  };

  const again = (): void => {
    const next = document.hidden ? Promise.resolve() : look().catch(() => undefined);
    void next.finally(() => setTimeout(again, every));
  };
  setTimeout(again, every);
}
