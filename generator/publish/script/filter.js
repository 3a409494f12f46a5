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
