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
