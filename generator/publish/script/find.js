/* Search: its script and the words of the digest come when it is opened, not before. */

const openSearch = () => {
  one(".ed-search").classList.add("ed-open");
  one(".ed-search input").focus();
};
const search = (root) => {
  const begin = () => load("assets/digest/search.js").then(() => self.startDigestSearch(root, ROOT, load, PAGE));
  one("input", root).addEventListener("focus", begin, { once: true });
  one(".ed-opener", root).addEventListener("click", openSearch);
};
