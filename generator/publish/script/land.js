/* Landing: in a closed part too. */

/* What once stood on the first page of a list and now stands on another: the short address of an event knows the
   place, for the rest the other pages are looked through, and where none has it, its words in their article are shown. */
const SHORT = { e: "e", st: "q", q: "q" };
const moved = async (anchor) => {
  const [kind, ...name] = anchor.split("-");
  const pages = all(".ed-pages a:not([aria-current])").map((link) => link.href);
  if (!pages.length || /\/page[-_]\d+\//.test(location.pathname)) return;
  const stop = all(".ed-rail a").find((link) => link.hash === `#${anchor}`); // a day
  if (stop) return location.replace(stop.href);
  for (const page of kind === "e" ? [] : pages) {
    const found = await readPage(page).catch(() => null); // a page opened from a folder cannot read another
    if (found?.getElementById(anchor)) return location.replace(`${page}#${anchor}`);
  }
  if (kind in SHORT) location.replace(new URL(`${SHORT[kind]}/${name.join("-")}/${PAGE}`, ROOT).href);
};

const land = () => {
  const [anchor] = location.hash.slice(1).split(":~:"); // a browser that cannot show the words leaves them there
  const target = anchor && document.getElementById(decodeURIComponent(anchor));
  if (!target) return anchor ? moved(decodeURIComponent(anchor)) : undefined;
  let outer = target.closest("details:not([open])");
  while (outer) {
    outer.open = true;
    outer = outer.parentElement.closest("details:not([open])");
  }
  // A link to a statement opens its wordings.
  if (target.matches(".ed-said")) one("details", target.closest(".ed-card"))?.setAttribute("open", "");
  target.scrollIntoView({ block: "start", behavior: "instant" });
};

/* Whose words these are and when they were printed, once the head of the article is out of sight. */
const whose = (bar) => {
  const head = one(".ed-lead .ed-kicker");
  const show = () => bar.classList.toggle("ed-shown", head.getBoundingClientRect().bottom < 0);
  new IntersectionObserver(show).observe(head);
  show();
};
