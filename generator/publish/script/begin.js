/* What is set going once the page stands. */

const begin = () => {
  scheme(one(".ed-scheme"));
  search(one(".ed-search"));
  all(".ed-only").forEach(only);
  peeks();
  all(".ed-filter").forEach(filter);
  all(".ed-layers").forEach(layers);
  sortable(all(".ed-matrix"));
  // Not scrollIntoView: it would also move the place from which the Tab key starts.
  const current = one(".ed-nav [aria-current], .ed-nav .ed-inside");
  if (current) one(".ed-nav ul").scrollLeft = current.offsetLeft - 60;
  scrollers();
  land();
  all(".ed-whose").forEach(whose);
  all(".ed-rail").forEach(rail);
  all(".ed-body").forEach(taking);
  if (one("[class*='ed-is-']")) all(".ed-footer").forEach(correcting);
  // A link opens where it leads to; what is clicked on the page itself may glide.
  requestAnimationFrame(() => document.documentElement.classList.add("ed-ready"));
  addEventListener("hashchange", land);
};
document.readyState === "loading" ? document.addEventListener("DOMContentLoaded", begin) : begin();
