/* What the pages can do beyond being read: copy, filter, sort, switch layers, land on the words that were searched.
   Nothing here adds content; without it every page says the same. No inline handler, no innerHTML: it passes the CSP. */
(() => {
  "use strict";
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (selector, root = document) => root.querySelector(selector);
  const make = (tag, name, text) => Object.assign(document.createElement(tag), { className: name, textContent: text });

  const ROOT = new URL("../../", document.currentScript.src);
  const load = (path) => new Promise((resolve, reject) => {
    const script = make("script", "", "");
    script.addEventListener("load", resolve);
    script.addEventListener("error", reject);
    script.src = new URL(path, ROOT).href;
    document.head.append(script);
  });

  // ---- light or dark: as the system has it, until the reader says otherwise ----------------------------------------

  const scheme = (button) => {
    const dark = matchMedia("(prefers-color-scheme: dark)");
    const show = (name) => {
      document.body.dataset.mdColorScheme = name;
      button.setAttribute("aria-pressed", String(name === "slate"));
    };
    const chosen = () => {
      try { return localStorage.getItem("digest-scheme"); } catch { return null; }
    };
    show(chosen() ?? (dark.matches ? "slate" : "default"));
    dark.addEventListener("change", () => chosen() ?? show(dark.matches ? "slate" : "default"));
    button.addEventListener("click", () => {
      const name = document.body.dataset.mdColorScheme === "slate" ? "default" : "slate";
      show(name);
      try { localStorage.setItem("digest-scheme", name); } catch { /* it holds for this page */ }
    });
  };

  // ---- search: its script and the words of the digest come when it is opened, not before ----------------------------

  const search = (root) => {
    const field = one("input", root);
    let begun;
    const begin = () => (begun ??= load("assets/digest/search.js").then(() => self.startDigestSearch(root, ROOT, load)));
    field.addEventListener("focus", begin, { once: true });
    one(".ed-opener", root).addEventListener("click", () => {
      root.classList.add("ed-open");
      field.focus();
    });
  };

  // ---- copy: one action, the whole block; other forms are one more action away -------------------------------------

  const words = (element) => {
    const copy = element.cloneNode(true);
    all("del, .ed-who, .ed-slink", copy).forEach((part) => part.remove());
    return copy.textContent.replace(/\s+/g, " ").trim();
  };
  const bare = (text) => text.replace(/^[“”"‘’']+|[“”"‘’']+$/g, "");

  const keyOf = (address) => address.split("/").filter(Boolean).pop().replace(/\W+/g, "-");

  const forms = {
    text: (c) => `${c.said ? `“${c.said}” — ` : ""}${c.cite}. ${c.link}`,
    Markdown: (c) => (c.said ? `> “${c.said}”\n>\n> — ${c.cite}. [Permanent link](${c.link})` : `[${c.cite}](${c.link})`),
    HTML: (c) => {
      const safe = (t) => t.replace(/[&<>"]/g, (m) => `&#${m.charCodeAt(0)};`);
      return `<blockquote cite="${safe(c.link)}"><p>“${safe(c.said || c.cite)}”</p><footer>${safe(c.cite)} · <a href="${safe(c.link)}">in context</a></footer></blockquote>`;
    },
    BibTeX: (c) => {
      const safe = (t) => t.replace(/[\\{}%&$#_~^]/g, (m) => (/[\\~^]/.test(m) ? " " : `\\${m}`));
      const key = keyOf(c.link);
      return `@online{${key},\n  title = {{${safe(c.said || c.cite)}}},\n  note = {${safe(c.cite)}},\n  url = {${c.link}}\n}`;
    },
    "CSL-JSON": (c) => JSON.stringify([{ id: keyOf(c.link), type: "webpage", title: c.said || c.cite, note: c.cite, URL: c.link }], null, 1),
    "link only": (c) => c.link,
  };

  const write = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
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

  const copy = async (cited) => {
    await write(forms.text(cited));
    const others = Object.keys(forms).slice(1).map((name) => {
      const button = make("button", "", `as ${name}`);
      button.type = "button";
      button.addEventListener("click", async () => {
        await write(forms[name](cited));
        tell(`Copied as ${name}.`);
      });
      return button;
    });
    tell(cited.said ? "Copied with speaker, outlet, date and link." : "Link copied.", others);
  };

  const cited = (anchor) => {
    const reading = anchor.closest(".ed-reading");
    const card = anchor.closest(".ed-card");
    const link = new URL(anchor.getAttribute("href"), location.href).href;
    if (!reading) return { said: "", cite: anchor.dataset.cite ?? document.title, link };
    const said = words(one(".ed-words", reading) ?? one("q", card));
    return { said: bare(said), cite: reading.dataset.cite, link };
  };

  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const anchor = event.target.closest?.(".ed-copy, .ed-slink, .ed-who");
    if (!anchor) return;
    if (anchor.matches(".ed-copy")) {
      event.preventDefault();
      copy(cited(anchor));
    } else if (anchor.matches(".ed-slink")) {
      const link = new URL(anchor.getAttribute("href"), location.href).href;
      copy({ said: words(anchor.parentElement), cite: one(".ed-lead .ed-copy")?.dataset.cite ?? document.title, link });
    } else {
      event.preventDefault();
      const short = new URL(`../../q/${anchor.dataset.q}/`, location.href).href;
      const source = one(".ed-lead .ed-copy")?.dataset.cite ?? document.title;
      const speaker = anchor.getAttribute("aria-label").split(": ")[1].replace(/, all wordings$/, "");
      const everywhere = make("a", "", "All wordings");
      everywhere.href = anchor.href;
      const button = make("button", "", "Copy quote");
      button.type = "button";
      const pieces = all(".ed-q").filter((piece) => piece === anchor.parentElement || piece.id === `q-${anchor.dataset.q}`);
      button.addEventListener("click", () => copy({ said: bare(pieces.map(words).join(" ")), cite: `${speaker}, in ${source}`, link: short }));
      tell(anchor.getAttribute("aria-label").replace(/, all wordings$/, ""), [button, everywhere]);
      button.focus();
    }
  });
  document.addEventListener("keydown", (event) => event.key === "Escape" && toast?.remove());

  // ---- filters, with their state in the address --------------------------------------------------------------------

  const fold = (text) => text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "").replace(/[’‘]/g, "'");
  // An index of many pages is filtered from its data twin: the first use loads it, then every key is instant.
  const MOST = 300;
  const COLUMN = { s: "speakers", k: "kinds", o: "articles", d: "days" };
  const everywhere = (form, fits) => {
    let rows;
    let waiting;
    const list = make("ol", "ed-plain ed-results", "");
    form.after(list);
    const line = (row) => {
      const item = make("li", "", "");
      const link = make("a", "", `${row.who}: “${row.text}”`);
      link.href = `${form.dataset.all}${row.page > 1 ? `page-${row.page}/` : ""}#${row.anchor}`;
      item.append(link, make("span", "ed-meta", row.in.join(", ")));
      return item;
    };
    return async (wanted, tell) => {
      all(".ed-card, .ed-pages").forEach((part) => (part.hidden = wanted.length > 0));
      list.hidden = !wanted.length;
      if (!wanted.length) return tell("");
      waiting ??= fetch(`${form.dataset.all}index.json`).then((answer) => answer.json());
      rows ??= (await waiting).map((row) => ({ ...row, folded: fold(`${row.who} ${row.text}`) }));
      const found = rows.filter((row) => wanted.every((field) => fits(field, () => row.folded, row[COLUMN[field.name]])));
      list.replaceChildren(...found.slice(0, MOST).map(line));
      tell(`${found.length} of ${rows.length}${found.length > MOST ? `, the first ${MOST} shown` : ""}`);
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
    const apply = () => {
      const wanted = fields.filter((field) => field.value.trim());
      if (elsewhere) return elsewhere(wanted, (message) => (status.textContent = message));
      let shown = 0;
      for (const entry of entries) {
        const { element } = entry;
        const text = () => (entry.text ??= fold(element.textContent));
        const fit = wanted.every((field) => fits(field, text, element.dataset[field.name]?.split(" ")));
        element.hidden = !fit;
        shown += fit;
      }
      all(".ed-day").forEach((day) => (day.hidden = all(".ed-event", day).every((item) => item.hidden)));
      status.textContent = wanted.length ? `${shown} of ${entries.length}` : "";
    };
    const read = () => {
      const state = new URLSearchParams(location.search);
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

  // ---- layers of the article ---------------------------------------------------------------------------------------

  const layers = (form) => {
    const names = { q: "no-quotes", n: "no-names", t: "no-dates", m: "no-notes" };
    const apply = () => all("input", form).forEach((box) => one(".ed-body").classList.toggle(names[box.name], !box.checked));
    form.addEventListener("change", apply);
    apply();
  };

  // ---- sorting the matrix ------------------------------------------------------------------------------------------

  const RANK = { full: 5, longer: 4, shorter: 3, reworded: 2, only: 1 };
  const sortable = (table) => {
    const heads = all("thead th", table);
    const body = one("tbody", table);
    const rows = all("tr", body);
    heads.forEach((head, column) => {
      const button = make("button", "", head.textContent);
      button.type = "button";
      head.replaceChildren(button);
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") !== "descending";
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const value = (row) => (column ? RANK[row.cells[column].dataset.v] ?? 0 : -rows.indexOf(row));
        body.append(...[...rows].sort((a, b) => (down ? 1 : -1) * (value(b) - value(a))));
      });
    });
  };

  // ---- landing: in a closed part too -----------------------------------------------------------------------------

  const land = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target) {
      let outer = target.closest("details:not([open])");
      while (outer) {
        outer.open = true;
        outer = outer.parentElement.closest("details:not([open])");
      }
      target.scrollIntoView({ block: "center", behavior: "instant" });
    }
  };

  // ---- what scrolls sideways on a narrow screen can be scrolled by keyboard too --------------------------------------

  const scrollers = () => all(".ed-prose pre, .ed-prose pre > code, .ed-prose table")
    .filter((part) => part.scrollWidth > part.clientWidth)
    .forEach((part) => { part.tabIndex = 0; });

  const begin = () => {
    scheme(one(".ed-scheme"));
    search(one(".ed-search"));
    all(".ed-filter").forEach(filter);
    all(".ed-layers").forEach(layers);
    all(".ed-matrix").forEach(sortable);
    // Not scrollIntoView: it would also move the place from which the Tab key starts.
    const current = one(".ed-nav [aria-current], .ed-nav .ed-inside");
    if (current) one(".ed-nav ul").scrollLeft = current.offsetLeft - 60;
    scrollers();
    land();
    addEventListener("hashchange", land);
  };
  document.readyState === "loading" ? document.addEventListener("DOMContentLoaded", begin) : begin();
})();
