/* The rail of a timeline: the stop whose days are being read is marked, and stays in sight. */

const rail = (nav) => {
  const stops = all("a", nav).map((link) => ({ link, place: document.getElementById(decodeURIComponent(link.hash.slice(1))) }));
  const mark = () => {
    const edge = nav.getBoundingClientRect().bottom + 80;
    const passed = stops.filter(({ place }) => place?.checkVisibility?.() && place.getBoundingClientRect().top < edge);
    const here = passed.at(-1)?.link;
    if (here?.hasAttribute("aria-current")) return;
    stops.forEach(({ link }) => link.removeAttribute("aria-current"));
    if (!here) return;
    here.setAttribute("aria-current", "true");
    nav.scrollLeft = here.offsetLeft - 60;
  };
  let waiting;
  addEventListener("scroll", () => {
    waiting ??= requestAnimationFrame(() => {
      waiting = undefined;
      mark();
    });
  }, { passive: true });
  mark();
};
