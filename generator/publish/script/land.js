/* Landing: in a closed part too. */

const land = () => {
  const [anchor] = location.hash.slice(1).split(":~:"); // a browser that cannot show the words leaves them there
  const target = anchor && document.getElementById(decodeURIComponent(anchor));
  if (!target) return;
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
