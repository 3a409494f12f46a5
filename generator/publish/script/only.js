/* One source: what others tell dims, on every page, and the address keeps which. */

const articleOf = (link) => /\/articles\/([^/]+)\//.exec(link.href)?.[1];
const BLOCKS = ".ed-card, .ed-reading, .ed-event, .ed-diff, .ed-diff li, .ed-main li li, .ed-plain > li, .ed-roles li, .ed-bars li, .ed-sourcelist li, .ed-articles li, .ed-source, .ed-matrix tbody tr, .ed-table tbody tr";
const only = (label) => {
  const sources = new Map();
  all(".ed-page .ed-sig").forEach((sig) => articleOf(sig) && sources.set(articleOf(sig), sig.textContent));
  if (sources.size < 2) return label.remove();
  const field = one("select", label);
  field.append(...[...sources].sort((a, b) => (a[1] < b[1] ? -1 : 1)).map(([id, name]) => new Option(name, id)));
  const chosen = new URLSearchParams(location.search).get("only");
  field.value = sources.has(chosen) ? chosen : "";
  const apply = () => {
    const id = field.value;
    all(".ed-page .ed-sig").forEach((sig) => sig.classList.toggle("ed-dim", Boolean(id) && articleOf(sig) !== id));
    all(BLOCKS).forEach((block) => {
      const own = all(".ed-sig, .ed-cell[href]", block);
      block.classList.toggle("ed-dim", Boolean(id) && own.length > 0 && !own.some((sig) => articleOf(sig) === id));
    });
    all(".ed-matrix td[data-sig]").forEach((cell) => cell.classList.toggle("ed-dim", Boolean(id) && cell.dataset.sig !== sources.get(id)));
    all(".ed-nav a").forEach((link) => {
      const to = new URL(link.href);
      id ? to.searchParams.set("only", id) : to.searchParams.delete("only");
      link.href = to.href;
    });
  };
  field.addEventListener("change", () => {
    const here = new URL(location.href);
    field.value ? here.searchParams.set("only", field.value) : here.searchParams.delete("only");
    history.replaceState(history.state, "", here);
    apply();
  });
  if (field.value) apply(); // thousands of marks are not gone through to say nothing of any
};
