/* Keys: each has its place on the page too, and all can be switched off. */

const KEYS = [["/", "search"], ["j", "next statement, event or point"], ["k", "the one before"], ["c", "copy it"], ["?", "this list"]];
const STOPS = ".ed-card .ed-said, .ed-event .ed-happened, .ed-diff .ed-about, .ed-body .ed-q[id]";
let current = null;

const step = (by) => {
  const stops = all(STOPS).filter((stop) => stop.checkVisibility?.() ?? stop.offsetParent);
  const middle = innerHeight / 3 + 1;
  const from = current?.isConnected ? stops.indexOf(current) : stops.filter((stop) => stop.getBoundingClientRect().top < middle).length - (by > 0 ? 1 : 0);
  const next = stops[from + by];
  if (!next) return;
  current?.classList.remove("ed-current");
  current = next;
  current.classList.add("ed-current");
  current.tabIndex = -1;
  current.focus({ preventScroll: true });
  current.scrollIntoView({ block: "start" });
};

const take = () => {
  const here = current ?? one(":target");
  const card = here?.closest(".ed-card");
  const label = here?.matches(".ed-q") && one(".ed-who", here);
  if (card) return copy(cited(one(".ed-do .ed-copy, .ed-single .ed-copy", card)));
  if (label) return copy(quoteOf(label));
  if (here?.matches(".ed-happened, .ed-about")) return copy(toldBy(here));
  if (one(".ed-take")) return copy(taken());
};

const list = () => {
  const dialog = make("dialog", "ed-keys", "");
  const rows = make("dl", "", "");
  KEYS.forEach(([key, does]) => {
    const row = make("div", "", "");
    row.append(make("dt", "", key), make("dd", "", does));
    rows.append(row);
  });
  const off = kept("digest-keys") === "off";
  dialog.setAttribute("aria-label", "Keys");
  dialog.append(make("h2", "", "Keys"), rows, act(off ? "Switch the keys on" : "Switch the keys off", () => {
    kept("digest-keys", off ? "on" : "off");
    dialog.close();
  }), act("Close", () => dialog.close()));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
};

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, select, textarea, dialog, [contenteditable]");
  if (typing || event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return;
  const does = { "/": openSearch, j: () => step(1), k: () => step(-1), c: take, "?": list }[event.key];
  if (!does || (kept("digest-keys") === "off" && event.key !== "?")) return;
  event.preventDefault();
  does();
});
