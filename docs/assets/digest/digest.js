/* What the pages can do beyond being read: copy, filter, sort, switch layers, land on what was searched.
   Nothing here adds content: without it every page says the same. No inline handler, no innerHTML (the policy). */
(() => {
"use strict";

/* What every other part leans on: finding, making and loading things. */

const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const one = (selector, root = document) => root.querySelector(selector);
const make = (tag, name, text) => Object.assign(document.createElement(tag), { className: name, textContent: text });

/* What the reader chose, kept for the next page; where nothing can be kept, it holds for this one. */
const kept = (name, value) => {
  try { return value === undefined ? localStorage.getItem(name) : localStorage.setItem(name, value); } catch { return null; }
};

const ROOT = new URL("../../", document.currentScript.src);
// A folder has no server that knows what stands for "quotes/".
const PAGE = location.protocol === "file:" ? "index.html" : "";
const load = (path) => new Promise((resolve, reject) => {
  const script = make("script", "", "");
  script.addEventListener("load", resolve);
  script.addEventListener("error", reject);
  script.src = new URL(path, ROOT).href;
  document.head.append(script);
});

/* Light or dark: as the system has it, until the reader says otherwise. */

const scheme = (button) => {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const show = (name) => {
    document.body.dataset.mdColorScheme = name;
    button.setAttribute("aria-pressed", String(name === "slate"));
  };
  const chosen = () => kept("digest-scheme");
  show(chosen() ?? (dark.matches ? "slate" : "default"));
  dark.addEventListener("change", () => chosen() ?? show(dark.matches ? "slate" : "default"));
  button.addEventListener("click", () => {
    const name = document.body.dataset.mdColorScheme === "slate" ? "default" : "slate";
    show(name);
    kept("digest-scheme", name);
  });
};

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

/* Copy: one action, the whole block; other forms are one more action away. */

const words = (element) => {
  const copy = element.cloneNode(true);
  all("del, .ed-who, .ed-slink, .ed-correct", copy).forEach((part) => part.remove());
  return copy.textContent.replace(/\s+/g, " ").trim();
};
// Without the marks and without the comma that led on to "he said".
const bare = (text) => text.replace(/^[“”"‘’']+|[“”"‘’',;\s]+$/g, "");

const keyOf = (address) => address.split("/").filter(Boolean).pop().replace(/\W+/g, "-");
const safe = (text) => text.replace(/[&<>"]/g, (m) => `&#${m.charCodeAt(0)};`);
// Words and an address that stay words and an address in Markdown, whatever is in them.
const plain = (t) => t.replace(/[\\`*_{}[\]()<>#+\-.!|~&$^:@=]/g, (m) => `&#${m.charCodeAt(0)};`);
const target = (t) => t.replace(/[\s()<>[\]\\]/g, encodeURIComponent).replace(/[()]/g, (m) => `%${m.charCodeAt(0).toString(16)}`);
const rich = (c) => `<blockquote cite="${safe(c.link)}"><p>“${safe(c.said || c.cite)}”</p><footer>${safe(c.cite)} · <a href="${safe(c.link)}">in context</a></footer></blockquote>`;

/* A quote in the forms that it is taken along in; of a link alone (no words) too. */
const forms = {
  text: (c) => `${c.said ? `“${c.said}” — ` : ""}${c.cite}. ${c.link}`,
  Markdown: (c) => (c.said ? `> “${plain(c.said)}”\n>\n> — ${plain(c.cite)}. [Permanent link](${target(c.link)})` : `[${plain(c.cite)}](${target(c.link)})`),
  HTML: rich,
  BibTeX: (c) => {
    // A brace by itself ends a field, escaped or not: BibTeX counts them before TeX reads them.
    const named = { "{": "\\textbraceleft{}", "}": "\\textbraceright{}", "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" };
    const tex = (t) => t.replace(/[\\{}%&$#_~^]/g, (m) => named[m] || `\\${m}`);
    const url = c.link.replace(/[ {}\\]/g, (m) => `%${m.charCodeAt(0).toString(16).toUpperCase()}`);
    return `@online{${keyOf(c.link)},\n  title = {{${tex(c.said || c.cite)}}},\n  note = {${tex(c.cite)}},\n  url = {${url}}\n}`;
  },
  "CSL-JSON": (c) => JSON.stringify([{ id: keyOf(c.link), type: "webpage", title: c.said || c.cite, note: c.cite, URL: c.link }], null, 1),
  // Sandboxed, the page of the link shows its card and does not lead on.
  frame: (c) => `<iframe src="${safe(c.link)}" title="${safe(c.cite)}" sandbox="allow-popups allow-popups-to-escape-sandbox" loading="lazy" width="100%" height="260"></iframe>`,
  "link only": (c) => c.link,
};

/* All wordings of a statement: `c.readings` are pairs of a source and its words. */
const comparisons = {
  text: (c) => `${c.cite}\n${c.readings.map(([where, said]) => `${where}: “${said}”`).join("\n")}\n${c.link}`,
  Markdown: (c) => `**${plain(c.cite)}**\n\n${c.readings.map(([where, said]) => `- ${plain(where)}: “${plain(said)}”`).join("\n")}\n\n[All wordings](${target(c.link)})`,
  HTML: (c) => `<p><strong>${safe(c.cite)}</strong></p><ul>${c.readings.map(([where, said]) => `<li>${safe(where)}: <q>${safe(said)}</q></li>`).join("")}</ul><p><a href="${safe(c.link)}">All wordings</a></p>`,
  frame: forms.frame,
  "link only": (c) => c.link,
};

const write = async (text, html) => {
  try {
    if (html) {
      const part = (type, content) => ({ [type]: new Blob([content], { type }) });
      await navigator.clipboard.write([new ClipboardItem({ ...part("text/html", html), ...part("text/plain", text) })]);
    } else await navigator.clipboard.writeText(text);
  } catch {
    const field = Object.assign(document.createElement("textarea"), { value: text });
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
};

let toast;
const tell = (message, parts = []) => {
  toast?.remove();
  toast = make("div", "ed-toast", "");
  toast.setAttribute("role", "status");
  toast.append(make("span", "", message), ...parts);
  document.body.append(toast);
  const shown = toast;
  setTimeout(() => shown.contains(document.activeElement) || shown.matches(":hover") || shown.remove(), 9000);
};
const act = (name, action) => {
  const button = make("button", "", name);
  button.type = "button";
  button.addEventListener("click", action);
  return button;
};

const offer = (message, cited, kinds) => {
  const others = Object.keys(kinds).slice(1).map((name) => act(`as ${name}`, async () => {
    await write(kinds[name](cited));
    tell(`Copied as ${name}.`);
  }));
  others.splice(1, 0, act("for a word processor", async () => {
    await write(kinds.text(cited), kinds.HTML(cited));
    tell("Copied for a word processor.");
  }));
  if (navigator.share) {
    const shared = { title: cited.cite, text: kinds.text(cited).replace(cited.link, "").trim(), url: cited.link };
    others.unshift(act("Share …", () => navigator.share(shared).catch(() => {})));
  }
  tell(message, others);
};

const copy = async (cited) => {
  await write(forms.text(cited));
  offer(cited.said ? "Copied with speaker, outlet, date and link." : "Link copied.", cited, forms);
};

const hrefOf = (anchor) => new URL(anchor.getAttribute("href"), location.href).href;
const source = () => one(".ed-lead .ed-copy")?.dataset.cite ?? document.title;

const cited = (anchor) => {
  const reading = anchor.closest(".ed-reading");
  const card = anchor.closest(".ed-card");
  if (!card) return { said: "", cite: anchor.dataset.cite ?? document.title, link: hrefOf(anchor) };
  const said = words((reading && one(".ed-words", reading)) ?? one("q", card));
  return { said: bare(said), cite: (reading ?? anchor).dataset.cite, link: hrefOf(anchor) };
};

const compared = (anchor) => {
  const card = anchor.closest(".ed-card");
  const readings = all(".ed-reading", card).map((reading) => [one(".ed-sig", reading).textContent, words(one(".ed-words", reading))]);
  return { cite: `${all(".ed-by", card).map((by) => by.textContent).join(" or ")}: ${one("summary", card).textContent}`, readings, link: hrefOf(anchor) };
};

const share = async (anchor) => {
  const what = compared(anchor);
  if (navigator.share && matchMedia("(pointer: coarse)").matches) {
    return navigator.share({ title: what.cite, url: what.link }).catch(() => {});
  }
  await write(what.link);
  offer("Link to the comparison copied.", what, comparisons);
};

/* A quote of an article: all its pieces, whoever carries them. */
const quoteOf = (label) => {
  const pieces = all(".ed-q").filter((piece) => piece === label.parentElement || piece.id === `q-${label.dataset.q}`);
  const speaker = label.getAttribute("aria-label").split(": ")[1].replace(/, all wordings$/, "");
  return { said: bare(pieces.map(words).join(" ")), cite: `${speaker}, in ${source()}`, link: new URL(`q/${label.dataset.q}/`, ROOT).href };
};

/* What happened, or what can be compared, with its day and those that tell it. */
const toldBy = (head) => {
  const day = one("h2, h3", head.closest(".ed-day") ?? document.createElement("p"))?.firstChild.textContent.trim();
  const outlets = [...new Set(all(".ed-sig", head.closest(".ed-event, .ed-diff")).map((sig) => sig.textContent))].join(", ");
  const link = head.matches(".ed-happened") ? new URL(`e/${head.id.slice(2)}/`, ROOT) : new URL(`#${head.id}`, location.href);
  return { said: "", cite: `${words(head)} (${[day, outlets].filter(Boolean).join("; ")})`, link: link.href };
};

/* The words that the address leads to, or else the article. */
const taken = () => {
  const target = one(".ed-body :target");
  const label = target && (one(".ed-who", target) ?? (target.matches(".ed-q") && one(`.ed-who[data-q="${target.id.slice(2)}"]`)));
  if (target?.matches(".ed-q") && label) return quoteOf(label);
  if (target) return { said: words(target), cite: source(), link: location.href };
  return cited(one(".ed-lead .ed-copy"));
};

document.addEventListener("click", (event) => {
  if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey) return;
  const anchor = event.target.closest?.(".ed-copy, .ed-share, .ed-slink, .ed-who, .ed-take");
  if (!anchor) return;
  if (!anchor.matches(".ed-slink")) event.preventDefault();
  if (anchor.matches(".ed-copy")) copy(cited(anchor));
  else if (anchor.matches(".ed-share")) share(anchor);
  else if (anchor.matches(".ed-take")) copy(taken());
  else if (anchor.matches(".ed-slink")) copy({ said: words(anchor.parentElement), cite: source(), link: hrefOf(anchor) });
  else {
    const everywhere = make("a", "", "All wordings");
    everywhere.href = anchor.href;
    const button = act("Copy quote", () => copy(quoteOf(anchor)));
    tell(anchor.getAttribute("aria-label").replace(/, all wordings$/, ""), [button, everywhere]);
    button.focus();
  }
});
document.addEventListener("keydown", (event) => event.key === "Escape" && toast?.remove());

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

/* Filters, with their state in the address. */

const fold = (text) => text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "").replace(/[’‘]/g, "'");
// An index of many pages is filtered from its data twin: the first use loads it, then every key is instant. The cards
// come from their own pages, so what is found has its wordings and its links.
const BATCH = 20;
const COLUMN = { s: "speakers", k: "kinds", o: "articles", b: "articles", d: "days" };
const everywhere = (form, fits) => {
  let rows;
  let waiting;
  let asked = 0;
  const list = make("ol", "ed-plain ed-results", "");
  const more = act("Show more", () => {});
  more.className = "ed-all";
  form.after(list, more);
  list.hidden = more.hidden = true;
  const addressOf = (number) => new URL(`${form.dataset.all}${number > 1 ? `page-${number}/` : ""}`, location.href).href;
  const entry = async (row) => {
    const item = make("li", "", "");
    const link = make("a", "", row.retold ? `${row.who}: ${row.text}` : `${row.who}: “${row.text}”`);
    link.href = `${addressOf(row.page)}#${row.anchor}`;
    try {
      const card = document.importNode((await readPage(addressOf(row.page))).getElementById(row.anchor).closest(".ed-card"), true);
      all("[id]", card).forEach((part) => part.removeAttribute("id"));
      all("a[href]", card).forEach((part) => (part.href = new URL(part.getAttribute("href"), addressOf(row.page)).href));
      link.textContent = "In the index";
      one(".ed-do, .ed-single", card).append(" ", link);
      item.append(card);
    } catch { // a page opened from a folder cannot fetch another
      item.append(link, make("span", "ed-meta", row.in.join(", ")));
    }
    return item;
  };
  return async (wanted, tell) => {
    const turn = ++asked;
    all(".ed-card, .ed-pages, .ed-few, .ed-batch").filter((part) => !list.contains(part)).forEach((part) => (part.hidden = wanted.length > 0));
    list.hidden = !wanted.length;
    more.hidden = true;
    if (!wanted.length) {
      tell("");
      return;
    }
    waiting ??= fetch(`${form.dataset.all}index.json`).then((answer) => answer.json());
    rows ??= (await waiting).map((row) => ({ ...row, folded: fold(`${row.who} ${row.text}`) }));
    // What is only reported stands behind the filter of kinds.
    const asked_for = wanted.some((field) => field.name === "k");
    const listed = rows.filter((row) => asked_for || !row.retold);
    const found = listed.filter((row) => wanted.every((field) => fits(field, () => row.folded, row[COLUMN[field.name]])));
    const show = async (from) => {
      const items = await Promise.all(found.slice(from, from + BATCH).map(entry));
      if (turn !== asked) return; // another key was faster
      from ? list.append(...items) : list.replaceChildren(...items);
      more.hidden = list.children.length >= found.length;
      more.onclick = () => show(list.children.length);
    };
    tell(`${found.length} of ${listed.length}`);
    await show(0);
  };
};

const filter = (form) => {
  const quotes = form.dataset.list === "quotes";
  const entries = all(quotes ? ".ed-card" : ".ed-event").map((element) => ({ element, text: null }));
  const fields = all("select, input", form);
  const status = one("output", form);
  const fits = (field, text, values) =>
    field.name === "w"
      ? fold(field.value).split(/\s+/).filter(Boolean).every((word) => text().includes(word))
      : (values ?? []).includes(field.value);
  const elsewhere = Number(form.dataset.pages) > 1 ? everywhere(form, fits) : null;
  const valueOf = (name) => fields.find((field) => field.name === name)?.value ?? "";
  // Two witnesses across the page: of each card that both carry, their two wordings side by side.
  const pair = () => {
    const two = [valueOf("o"), valueOf("b")];
    const both = two.every(Boolean) && two[0] !== two[1];
    one(".ed-page").classList.toggle("ed-pair", both);
    all(".ed-card").forEach((card) => {
      all(".ed-reading[data-a]", card).forEach((reading) => {
        reading.hidden = both && !two.includes(reading.dataset.a);
        reading.style.order = both ? String(two.indexOf(reading.dataset.a)) : "";
      });
      if (both && !card.hidden) all("details", card).forEach((part) => part.setAttribute("open", ""));
    });
  };
  const apply = () => {
    const wanted = fields.filter((field) => field.value.trim());
    // One page of statements is filtered where it stands; what is only reported may have pages of its own.
    const here = "here" in form.dataset && valueOf("k") !== "indirect";
    if (elsewhere && !here) return elsewhere(wanted, (message) => (status.textContent = message)).then(pair);
    elsewhere?.([], () => {});
    let shown = 0;
    for (const entry of entries) {
      const { element } = entry;
      const text = () => (entry.text ??= fold(element.textContent));
      const kept = !element.matches(".ed-retold") || !wanted.length || valueOf("k") === "indirect";
      const fit = kept && wanted.every((field) => fits(field, text, element.dataset[field.name === "b" ? "o" : field.name]?.split(" ")));
      element.hidden = !fit;
      shown += fit;
    }
    all(".ed-few, .ed-batch").forEach((few) => {
      const some = all(".ed-card", few).some((card) => !card.hidden);
      few.hidden = !some;
      if (wanted.length && some && !few.open) few.open = few.dataset.sought = true;
      else if (!wanted.length && few.dataset.sought) { // what the filter opened it closes, and nothing else
        few.open = false;
        delete few.dataset.sought;
      }
    });
    all(".ed-rest, .ed-period").forEach((rest) => {
      const some = all(".ed-event", rest).some((event) => !event.hidden);
      rest.dataset.open ??= rest.open ? "1" : "";
      rest.hidden = !some;
      rest.open = wanted.length ? some : rest.dataset.open === "1";
    });
    all(".ed-day").forEach((day) => (day.hidden = all(".ed-event", day).every((item) => item.hidden)));
    status.textContent = wanted.length ? `${shown} of ${entries.filter(({ element }) => valueOf("k") === "indirect" || !element.matches(".ed-retold")).length}` : "";
    if (quotes) pair();
  };
  // Of many speakers and outlets a page has the most frequent: the others come when somebody goes to the form, or once
  // an address asks for one of them.
  let filling;
  const fill = () => {
    const lacking = fields.filter((field) => field.matches("[data-more]"));
    if (!lacking.length) return;
    return (filling ??= fetch(`${form.dataset.all}choices.json`).then((answer) => answer.json()).then((choices) => lacking.forEach((field) => {
      const chosen = field.value;
      const pair = field.name === "b"; // stands beside the outlet, and is counted there
      const options = choices[pair ? "o" : field.name].map(([value, name, number]) => new Option(pair ? name : `${name} (${number})`, value));
      field.replaceChildren(field.options[0], ...options);
      field.value = chosen;
    })).catch(() => {})); // a page opened from a folder cannot fetch
  };
  ["pointerover", "focusin"].forEach((when) => form.addEventListener(when, fill, { once: true }));
  const read = async () => {
    const state = new URLSearchParams(location.search);
    const known = (field) => !field.matches("[data-more]") || all("option", field).some((option) => option.value === (state.get(field.name) ?? ""));
    if (!fields.every(known)) await fill();
    fields.forEach((field) => (field.value = state.get(field.name) ?? ""));
    apply();
  };
  const store = () => {
    const state = new URLSearchParams(fields.filter((f) => f.value.trim()).map((f) => [f.name, f.value.trim()]));
    history.replaceState(history.state, "", `${location.pathname}${state.size ? `?${state}` : ""}${location.hash}`);
    apply();
  };
  form.addEventListener("input", store);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(store));
  addEventListener("popstate", read);
  read();
};

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

/* Any words can be taken along. */

/* The link to a stretch of an article: its first sentence, and the very words for browsers that can show them. */
const linkTo = (anchor, said) => {
  const encode = (parts) => encodeURIComponent(parts.join(" ")).replace(/-/g, "%2D");
  const parts = said.match(WORDS) ?? [];
  const ends = parts.length <= 10 ? [parts] : [parts.slice(0, 5), parts.slice(-5)];
  return `${location.href.split(/[?#]/)[0]}#${anchor}:~:text=${ends.map(encode).join(",")}`;
};

const taking = (body) => {
  const button = act("Copy with source and link", () => {
    const range = getSelection().rangeCount ? getSelection().getRangeAt(0) : null;
    const said = range?.toString().replace(/\s+/g, " ").trim();
    if (!said) return;
    const begin = range.startContainer.nodeType === Node.TEXT_NODE ? range.startContainer.parentElement : range.startContainer;
    const anchor = begin.closest(".ed-s[id]")?.id ?? begin.closest(".ed-p")?.id ?? "";
    button.remove();
    copy({ said: bare(said), cite: source(), link: linkTo(anchor, said) });
  });
  button.className = "ed-taking";
  button.addEventListener("mousedown", (event) => event.preventDefault()); // the selection stays
  let waiting;
  document.addEventListener("selectionchange", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const selection = getSelection();
      const range = selection.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
      const inside = range && body.contains(range.commonAncestorContainer) && range.toString().trim();
      if (!inside) return button.contains(document.activeElement) || button.remove();
      const place = range.getBoundingClientRect();
      if (!button.isConnected) document.body.append(button);
      button.style.left = `${Math.max(8, Math.min(place.left + scrollX, scrollX + document.documentElement.clientWidth - button.offsetWidth - 8))}px`;
      button.style.top = `${scrollY + place.bottom + 8}px`;
    }, 200);
  });
};

/* Layers of the article. */

const layers = (form) => {
  const names = { q: "no-quotes", n: "no-names", t: "no-dates", m: "no-notes", r: "no-reported" };
  const reported = one('[name="r"]', form);
  if (reported && matchMedia("(max-width: 44.99em)").matches) reported.checked = false;
  const apply = () => all("input", form).forEach((box) => one(".ed-body").classList.toggle(names[box.name], !box.checked));
  form.addEventListener("change", apply);
  apply();
};

/* Sorting the matrix: all of its rows, those that are folded too. */

const RANK = { full: 5, longer: 4, shorter: 3, reworded: 2, only: 1, reported: 0.5 };
const sortable = (tables) => {
  if (!tables.length) return;
  const heads = all("thead th", tables[0]);
  const bodies = tables.map((table) => one("tbody", table));
  const rows = bodies.flatMap((body) => all("tr", body));
  const open = bodies.map((body) => body.rows.length);
  heads.forEach((head, column) => {
    const button = make("button", "", head.textContent);
    button.type = "button";
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") !== "descending";
      heads.forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const value = (row) => (column ? RANK[row.cells[column].dataset.v] ?? 0 : -rows.indexOf(row));
      const sorted = [...rows].sort((a, b) => (down ? 1 : -1) * (value(b) - value(a)));
      bodies.forEach((body, place) => body.append(...sorted.splice(0, open[place])));
    });
  });
};

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

/* What scrolls sideways on a narrow screen can be scrolled by keyboard too. */

const scrollers = () => all(".ed-prose pre, .ed-prose pre > code, .ed-prose table")
  .filter((part) => part.scrollWidth > part.clientWidth)
  .forEach((part) => { part.tabIndex = 0; });

/* Corrections: their script comes when somebody asks for it, or when the site is served to be corrected. */

const correcting = (footer) => {
  const begin = () => load("assets/digest/correct.js");
  if (document.body.dataset.correcting !== undefined) return begin();
  const line = make("p", "ed-offer", "");
  line.append(act("Correct this page", () => { line.remove(); begin(); }));
  footer.append(line);
};

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

})();
