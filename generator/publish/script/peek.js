/* Sources at hand: a siglum shows the sentence that it leads to. */

const AROUND = 20;
const WORDS = /\S+/g;
const pagesRead = new Map();
const readPage = (address) => {
  const parse = (text) => new DOMParser().parseFromString(text, "text/html");
  if (!pagesRead.has(address)) pagesRead.set(address, fetch(address).then((answer) => answer.text()).then(parse));
  return pagesRead.get(address);
};
const before = (text) => {
  const parts = text.match(WORDS) ?? [];
  return `${parts.length > AROUND ? "… " : ""}${parts.slice(-AROUND).join(" ")} `;
};
const after = (text) => {
  const parts = text.match(WORDS) ?? [];
  return `${/^\s/.test(text) ? " " : ""}${parts.slice(0, AROUND).join(" ")}${parts.length > AROUND ? " …" : ""}`;
};
const sentenceOf = async (sig) => {
  const to = new URL(sig.href);
  const target = (await readPage(`${to.origin}${to.pathname}`)).getElementById(decodeURIComponent(to.hash.slice(1)));
  const paragraph = target?.closest(".ed-p");
  if (!paragraph) return null;
  const [whole, here] = [paragraph.textContent, target.textContent];
  const at = whole.indexOf(here);
  const value = one(".ed-val", sig.closest("li, div") ?? sig)?.textContent ?? "";
  const inside = value ? here.indexOf(value) : -1;
  const [start, end] = inside < 0 ? [at, at + here.length] : [at + inside, at + inside + value.length];
  const strong = make("strong", "", "");
  const words = whole.slice(start, end).match(WORDS) ?? [];
  strong.textContent = words.length > 3 * AROUND ? `${words.slice(0, 2 * AROUND).join(" ")} … ${words.slice(-AROUND).join(" ")}` : whole.slice(start, end).trim();
  return [before(whole.slice(0, start)), strong, after(whole.slice(end))];
};

let peek;
let waitingFor;
const unpeek = () => {
  clearTimeout(waitingFor);
  peek?.sig.removeAttribute("aria-describedby");
  peek?.box.remove();
  peek = null;
};
const showPeek = async (sig, touched) => {
  if (peek?.sig === sig) return;
  unpeek();
  const box = make("div", "ed-peek", "");
  box.id = "ed-peek";
  box.setAttribute("role", "tooltip");
  const own = { sig, box };
  peek = own;
  const words = await sentenceOf(sig).catch(() => null); // a page opened from a folder cannot fetch another
  if (peek !== own || !words) return;
  box.append(make("b", "", sig.dataset.outlet ?? sig.textContent), make("p", "", ""));
  box.lastChild.append(...words);
  if (touched) {
    const link = make("a", "", "Read it in the article");
    link.href = sig.href;
    box.append(link);
  }
  document.body.append(box);
  const place = sig.getBoundingClientRect();
  const [wide, tall] = [box.offsetWidth, box.offsetHeight];
  const above = place.bottom + tall + 12 > innerHeight && place.top > tall + 12;
  box.style.left = `${Math.max(8, Math.min(place.left + scrollX, scrollX + document.documentElement.clientWidth - wide - 8))}px`;
  box.style.top = `${scrollY + (above ? place.top - tall - 6 : place.bottom + 6)}px`;
  sig.setAttribute("aria-describedby", box.id);
};
const peeks = () => {
  const sigOf = (event) => event.target.closest?.(".ed-page .ed-sig[href*='#'], .ed-page .ed-cell[href*='#']");
  let touch = false;
  document.addEventListener("pointerdown", (event) => { touch = event.pointerType === "touch"; });
  document.addEventListener("mouseover", (event) => {
    const sig = sigOf(event);
    if (touch) return;
    if (!sig) return event.target.closest?.(".ed-peek") || document.activeElement === peek?.sig || unpeek();
    if (sig.title) [sig.dataset.outlet, sig.title] = [sig.title, ""];
    clearTimeout(waitingFor);
    waitingFor = setTimeout(() => showPeek(sig), 150);
  });
  document.addEventListener("focusin", (event) => {
    const sig = sigOf(event);
    sig && !touch ? showPeek(sig) : event.target.closest?.(".ed-peek") || unpeek();
  });
  document.addEventListener("keydown", (event) => event.key === "Escape" && unpeek());
  document.addEventListener("click", (event) => {
    const sig = sigOf(event);
    if (!sig || !touch || peek?.sig === sig) return event.target.closest?.(".ed-peek") || unpeek();
    event.preventDefault(); // the first tap shows the sentence, the second goes there
    showPeek(sig, true);
  }, true);
};
