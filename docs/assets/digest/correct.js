/* Correct on the page. While the site is served on this machine an entry is saved and the page comes back with it; on a
   published site the same form gives the YAML to paste. Loaded when somebody asks for it. No inline handler, no
   innerHTML: it passes the CSP. */
(() => {
  "use strict";
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (selector, root = document) => root.querySelector(selector);
  const make = (tag, name, text, more = {}) => Object.assign(document.createElement(tag), { className: name, textContent: text, ...more });
  const button = (name, action, css = "") => {
    const made = make("button", css, name, { type: "button" });
    made.addEventListener("click", action);
    return made;
  };
  const kept = (name, value) => {
    try { return value === undefined ? localStorage.getItem(name) : localStorage.setItem(name, value); } catch { return null; }
  };
  const ROOT = new URL("../../", document.currentScript.src);
  const REPOSITORY = one("[data-repository]")?.dataset.repository;
  const SERVER = "/-/correct/"; // of the server, whatever path the site stands below
  let state = null;

  // ---- asking the server -------------------------------------------------------------------------------------------

  const ask = async (what, body) => {
    const answer = await fetch(SERVER + what, body && {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Digest-Token": state.token },
      body: JSON.stringify(body),
    }).catch(() => { throw new Error("The server does not answer. Start `make serve` again, then load this page again."); });
    const told = await answer.json();
    if (!answer.ok) throw new Error(told.problem);
    return told;
  };
  const pause = (time) => new Promise((done) => setTimeout(done, time));
  /* Load the page again; who has hidden the person whose page it is goes to the desk, where it can be taken back. */
  const again = async () => {
    const there = await fetch(location.pathname, { cache: "no-store" }).catch(() => ({ ok: true }));
    if (there.ok) location.reload();
    else location.assign(new URL("desk/", ROOT));
  };
  /* Wait for the build that has a change in it; it fails, or the page comes back with it. */
  let saving = false;
  const rebuilt = async (from, entry) => {
    saving = true;
    for (;;) {
      await pause(400);
      state = await ask("state");
      if (state.failed) saving = false;
      if (state.failed) return `The site could not be built and stands as it was. ${state.failed}`;
      if (state.builds > from) break;
    }
    try { sessionStorage.setItem("digest-corrected", entry); } catch { /* then nothing is told of it */ }
    await again();
    return "";
  };

  // ---- what can be said of what ------------------------------------------------------------------------------------

  const REMARK = ["Tell readers something", { remark: "text" }];
  const RIGHT = ["It is right as it is", { reviewed: true }];
  const CHOICES = {
    quotes: [
      ["Somebody else said it", { speaker: "person" }],
      ["Somebody new said it, whom no article names", { speaker: "text", reviewed: true }],
      ["Nobody knows who said it", { unknown: true }],
      ["It is of another kind", { kind: ["direct", "fragment", "indirect", "term"] }],
      ["It begins or ends elsewhere", { bounds: "words" }],
      ["It is no quote", { hide: true }],
      ["It leads the home page", { pin: true }],
      REMARK,
      RIGHT,
    ],
    reports: [
      ["Somebody else said it", { speaker: "person" }],
      ["Somebody new said it, whom no article names", { speaker: "text", reviewed: true }],
      ["Nobody knows who said it", { unknown: true }],
      ["A quotation has the same", { join: "place" }],
      ["Nobody else tells or quotes it", { apart: true }],
      ["Nobody said it", { hide: true }],
    ],
    statements: [
      ["Another article has the same words", { join: "place" }],
      ["It is not the same as the others", { apart: true }],
      ["Tell readers something of all its wordings", REMARK[1]],
      ["All its wordings are right as they are", RIGHT[1]],
    ],
    dates: [
      ["They mean another day", { date: "day" }],
      ["Nobody knows which day", { date: null }],
    ],
    events: [
      ["It was on another day", { date: "day" }],
      ["Nobody knows the day", { date: null }],
      ["It needs another title", { title: "text" }],
      ["Another entry tells the same", { join: "place" }],
      ["These words tell something else", { split: true }],
      ["An article does not tell of it", { not_in: "article" }],
      ["It has another place in its day", { order: "number" }],
      ["It does not belong here", { hide: true }],
      REMARK,
      RIGHT,
    ],
    people: [
      ["The name is written otherwise", { rename: "text" }],
      ["This is the same as", { join: "person" }],
      ["An article has the name wrong", { garbled: "place" }],
      ["It is a person or a body", { kind: ["person", "organisation"] }],
      ["This is nobody", { hide: true }],
      ["The name may not be shown", { mask: "text", links: ["drop", "keep"] }],
      REMARK,
      RIGHT,
    ],
    rows: [
      ["It needs another name", { label: "text" }],
      ["It says nothing", { hide: true }],
      ["It is right as it is", { accept: true }],
      REMARK,
    ],
    kept: [["These words belong to the article", { keep: true }]],
    blocks: [
      ["This is no part of the article", { remove: true }],
      ["This may not be shown", { withhold: true }],
      ["It tells an event that is missing", { add: "text", date: "day" }],
    ],
    articles: [
      ["Its outlet", { outlet: "text" }],
      ["Its day", { published: "day" }],
      ["Its title", { title: "text" }],
      ["Whom it comes from", { origin: "text" }],
      ["Its byline", { byline: "text" }],
      ["Its address", { url: "text" }],
      ["The outlet has corrected it", { corrected: "day", notice: "text?" }],
      ["The outlet has updated it", { updated: "day", notice: "text?" }],
      ["The outlet has retracted it", { retracted: "day", notice: "text?" }],
      ["Take it down", { hide: true }],
      ["Its headline leads the home page", { pin: true }],
      REMARK,
      RIGHT,
    ],
  };
  const SECTION = { kept: "blocks" };
  const LISTS = new Set(["not_in", "join"]);

  /* The same lines that the generator would write, for a site without one. */
  const scalar = (value) => (typeof value === "string" && !/^\d{4}-\d\d-\d\d$/.test(value) ? JSON.stringify(value) : String(value));
  const lines = (entry, indent) => Object.entries(entry).flatMap(([key, value], at) => {
    const head = `${indent}${at ? "  " : "- "}${key}:`;
    if (!Array.isArray(value)) return [`${head} ${scalar(value)}`];
    if (typeof value[0] !== "object") return [`${head} [${value.map(scalar).join(", ")}]`];
    return [head, ...value.flatMap((place) => lines(place, `${indent}    `))];
  });
  const yaml = (section, entry) => `${section}:\n${lines(entry, "  ").join("\n")}\n`;

  // ---- the form ----------------------------------------------------------------------------------------------------

  const isNew = (name) => state && ![...state.people, ...state.names].includes(name);
  const labelled = (name, field) => {
    const label = make("label", "", `${name} `);
    label.append(field);
    return label;
  };
  const fieldOf = (kind, target) => {
    if (Array.isArray(kind)) {
      const select = make("select", "", "");
      select.append(...kind.map((value) => new Option(value, value)));
      return select;
    }
    const field = make(kind === "words" ? "textarea" : "input", "", "");
    if (kind === "words") field.value = target.words ?? "";
    if (kind === "day") field.placeholder = "2021-03-09, 2021-03 or 2021";
    if (kind === "person") field.setAttribute("list", "ed-people");
    return field;
  };

  /* `key` and `fill`: what somebody who comes from the desk is likely to state. */
  const open = (title, targets, { key: wanted = "", fill = {} } = {}) => {
    one(".ed-correcting")?.remove();
    const dialog = make("dialog", "ed-correcting", "");
    const form = make("form", "", "", { method: "dialog" });
    const choice = make("select", "", "", { name: "choice" });
    const options = targets.flatMap(([kind, target, who]) => CHOICES[kind].map(([name, states]) => {
      const adds = "add" in states;
      return { name: who ? `${name} (${who})` : name, states, target, section: adds ? "events" : SECTION[kind] ?? kind };
    }));
    choice.append(...options.map((option, at) => new Option(option.name, at)));
    choice.selectedIndex = Math.max(0, options.findIndex((option) => wanted in option.states));
    const fields = make("div", "ed-fields", "");
    const by = make("input", "", "", { value: kept("digest-by") ?? "" });
    const shown = make("pre", "", "");
    shown.setAttribute("aria-label", "What is written");
    shown.tabIndex = 0;
    const status = make("p", "ed-status", "");
    status.setAttribute("role", "status");
    const earlier = make("div", "ed-earlier", "");
    const people = make("datalist", "", "", { id: "ed-people" });
    people.append(...(state?.people ?? []).map((name) => new Option(name, name)));

    const current = () => options[Number(choice.value)];
    const entry = () => {
      const { states, target } = current();
      const made = { ...target };
      for (const [key, kind] of Object.entries(states)) {
        const field = one(`[name="${key}"]`, fields);
        if (!field) made[key] = kind;
        else if (kind === "place") made[key] = [{ article: field.value.trim(), words: one(`[name="${key}-words"]`, fields).value.trim() }];
        else if (field.value.trim()) {
          const value = kind === "number" ? Number(field.value) : field.value.trim();
          made[key] = LISTS.has(key) ? [value] : value;
        } else if (kind !== "text?") return null;
      }
      if (by.value.trim()) made.by = by.value.trim();
      return made;
    };
    const save = button(state ? "Save" : "Copy", async () => {
      const made = entry();
      if (!made) return (status.textContent = "Something is left empty.");
      kept("digest-by", by.value.trim());
      if (!state) {
        await navigator.clipboard.writeText(shown.textContent);
        return (status.textContent = "Copied. Paste it into seeds/overrides.yml.");
      }
      save.disabled = true;
      status.textContent = "Saved. The site is built anew …";
      try {
        const told = await ask("save", { section: current().section, entry: made, instead });
        status.textContent = (await rebuilt(told.builds, told.yaml)) || status.textContent;
        offerUndo(dialog, told.yaml);
      } catch (error) {
        await preview(); // what stands there now
        status.textContent = error.message;
      }
    }, "ed-save");
    /* What stands in the file and says something else of the same: it goes where somebody has seen it. */
    let instead = [];
    const contradicts = (entries) => {
      instead = entries.map((there) => there.text);
      if (state) save.textContent = instead.length ? "Replace it" : "Save";
      earlier.replaceChildren(...entries.flatMap((there) => [make("p", "", `This contradicts ${there.where}, which says:`), make("pre", "", flush(there.text))]));
    };
    const preview = async () => {
      const made = entry();
      contradicts([]);
      save.disabled = !made || Boolean(state); // till the server has answered
      shown.textContent = made ? yaml(current().section, made) : "";
      status.textContent = made && current().states.speaker === "person" && isNew(made.speaker) ? `No article names “${made.speaker}”. If that is right, choose “${CHOICES.quotes[1][0]}”.` : "";
      if (!made || !state) return;
      try {
        const told = await ask("preview", { section: current().section, entry: made });
        if (JSON.stringify(made) !== JSON.stringify(entry())) return; // somebody has written on meanwhile
        shown.textContent = told.yaml;
        contradicts(told.instead);
        save.disabled = false;
      } catch (error) {
        status.textContent = error.message;
        save.disabled = true;
      }
    };
    const choose = () => {
      fields.replaceChildren();
      Object.entries(current().states).forEach(([key, kind]) => {
        if (kind === true || kind === null) return;
        if (kind === "place") {
          fields.append(labelled("article", make("input", "", "", { name: key })), labelled("its words", make("input", "", "", { name: `${key}-words` })));
          return;
        }
        const field = fieldOf(kind === "text?" ? "text" : kind, current().target);
        field.name = key;
        if (fill[key]) field.value = fill[key];
        fields.append(labelled(key.replace("_", " "), field));
      });
      preview();
    };
    choice.addEventListener("change", choose);
    form.addEventListener("input", (event) => event.target !== choice && preview());
    form.addEventListener("submit", (event) => { event.preventDefault(); save.click(); });
    const where = make("p", "ed-meta", "");
    if (state) where.textContent = `Goes to ${state.file}.`;
    else if (REPOSITORY) {
      where.append("Goes to ", make("a", "", "seeds/overrides.yml", { href: `${REPOSITORY.replace(/\/$/, "")}/blob/HEAD/seeds/overrides.yml` }), ".");
    } else where.textContent = "Goes to seeds/overrides.yml.";
    const does = make("p", "ed-do", "");
    does.append(save, button("Close", () => dialog.close()));
    form.append(make("h2", "", title), labelled("What is wrong", choice), fields, labelled("your name", by), shown, earlier, status, does, where, people);
    dialog.append(form);
    dialog.setAttribute("aria-label", `Correct: ${title}`);
    dialog.addEventListener("close", () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
    choose();
  };

  const undo = async (text, tell) => {
    try {
      const told = await ask("undo", { text });
      tell("Taken back. The site is built anew …");
      tell(await rebuilt(told.builds, ""));
    } catch (error) {
      tell(error.message);
    }
  };
  /* Lines of the file, the first of which has lost its indent, with all of them as far in. */
  const flush = (text) => {
    const [first, ...rest] = text.split("\n");
    const deep = Math.min(...rest.filter((line) => line.trim()).map((line) => line.search(/\S/)));
    return [first, ...rest.map((line) => line.slice(Math.max(0, deep - 2)))].join("\n");
  };
  /* An entry as the file has it: without the name of its section, and of the first line's indent. */
  const bare = (text) => text.replace(/^\w+:\n/, "").trim();
  const entryOf = (text) => state.entries.findLast((entry) => entry.text.replace(/\s+/g, " ") === bare(text).replace(/\s+/g, " "))?.text;
  const offerUndo = (dialog, text) => {
    const status = one(".ed-status", dialog);
    one(".ed-do", dialog).prepend(button("Undo", () => undo(entryOf(text), (said) => (status.textContent = said)), "ed-undo"));
  };

  // ---- where the controls stand ------------------------------------------------------------------------------------

  const words = (element) => {
    const copy = element.cloneNode(true);
    all("del, .ed-who, .ed-slink, .ed-correct, .ed-gap", copy).forEach((part) => part.remove());
    return copy.textContent.replace(/\s+/g, " ").trim();
  };
  const unmarked = (text) => text.replace(/^[“”"‘’'\s]+|[“”"‘’',;\s]+$/g, "");
  const articleOf = (link) => /\/articles\/([^/]+)\//.exec(link?.href ?? "")?.[1];
  const HERE = articleOf(location);
  /* Words that stand twice in the article are told apart by what stands before. */
  const named = (element, said) => {
    const body = words(one(".ed-body"));
    if (body.split(said).length < 3) return { article: HERE, words: said };
    const range = document.createRange();
    range.setStart(element.closest(".ed-p"), 0);
    range.setEndBefore(element);
    const before = words({ cloneNode: () => range.cloneContents() }).split(" ").slice(-6).join(" ");
    return { article: HERE, words: said, ...(before && { prefix: before.replace(/[“"‘']+$/, "").trim() }) };
  };
  const firstWords = (text, most = 14) => text.split(" ").slice(0, most).join(" ");

  const SHORT = { "this paragraph": "paragraph", "this date": "date", "what is reported": "reported" };
  const control = (place, title, targets, how = "append") => {
    const made = button("correct", () => open(title, targets()), "ed-correct");
    made.setAttribute("aria-label", `Correct: ${title}`);
    made.textContent = SHORT[title] ?? "correct";
    place[how](made);
  };
  const begin = () => {
    if (HERE) {
      const head = one("#article");
      control(head.parentElement, "this article", () => [["articles", { article: HERE }]]);
      all(".ed-body .ed-q[id]").forEach((quote) => {
        const pieces = () => all(".ed-q").filter((piece) => piece === quote);
        const said = () => unmarked(pieces().map(words).join(" "));
        control(quote, "this quote", () => [["quotes", named(quote, said())], ["statements", { article: HERE, words: said() }]], "after");
      });
      all(".ed-body .ed-rep[data-r]").forEach((report) => {
        control(report, "what is reported", () => [["reports", named(report, words(report).replace(/[,;\s]+$/, ""))]], "after");
      });
      all(".ed-body .ed-t").forEach((time) => {
        control(time, "this date", () => [["dates", named(time, words(time))]], "after");
      });
      all(".ed-dates li.ed-open").forEach((time) => {
        const said = /“(.+?)”/.exec(time.textContent)?.[1];
        control(time, "this date", () => [["dates", { article: HERE, words: said }]]);
      });
      all(".ed-body .ed-p").forEach((paragraph) => {
        control(paragraph.parentElement, "this paragraph", () => [["blocks", { article: HERE, words: firstWords(words(paragraph)) }]]);
      });
      all(".ed-removed li").forEach((part) => {
        control(part, "what was removed", () => [["kept", { article: HERE, words: firstWords(words(one("p", part))) }]]);
      });
    }
    all(".ed-card .ed-reading").forEach((reading) => {
      const article = reading.dataset.a ?? articleOf(one(".ed-sig", reading));
      const said = unmarked(words(one(".ed-words", reading) ?? one("q", reading.closest(".ed-card"))));
      const target = { article, words: said };
      if (article) control(reading, "this quote", () => [["quotes", target], ["statements", target]]);
    });
    /* Of several readings that are folded away each can be corrected from the card, by the name of its outlet. */
    all(".ed-card .ed-told > .ed-acts").forEach((acts) => {
      const readings = all(".ed-more .ed-reading", acts.parentElement).filter((reading) => one(".ed-words", reading));
      const targets = () => {
        const named = readings.map((reading) => [{ article: reading.dataset.a ?? articleOf(one(".ed-sig", reading)), words: unmarked(words(one(".ed-words", reading))) }, one(".ed-sig", reading).textContent]);
        return [...named.map(([target, who]) => ["quotes", target, who]), ["statements", named[0][0]]];
      };
      if (readings.length) control(acts, "what was said", targets);
    });
    all(".ed-event").forEach((event) => {
      const source = one(".ed-sig", event);
      const told = source?.title ?? "";
      const title = one(".ed-happened", event);
      const same = all(".ed-event .ed-sig").filter((other) => other !== source && other.title === told && told).length;
      const label = unmarked(words(title).replace(/^planned /, ""));
      const day = /^day-(\d{4}(?:-\d\d){0,2})/.exec(one("h2", event.closest(".ed-day") ?? event)?.id ?? "")?.[1];
      const target = { article: articleOf(source), words: told.includes(" ") ? told : label, ...(same && { which: day ?? label }) };
      control(event, "this event", () => [["events", target]]);
    });
    all(".ed-diff").forEach((row) => {
      const about = words(one(".ed-about", row)).replace(words(one(".ed-matter", row) ?? make("i", "", "")), "").trim();
      const value = one("li", row);
      control(row, "this row", () => [["rows", { article: articleOf(one(".ed-sig", value)), words: words(one(".ed-val", value)), which: about }]]);
    });
    all(".ed-retold > li, article.ed-retold").forEach((told) => {
      const article = articleOf(one(".ed-sig", told));
      const copy = (one("p", told) ?? told).cloneNode(true);
      all(".ed-cue, .ed-meta", copy).forEach((part) => part.remove());
      const said = words(copy).split(" … ")[0];
      if (article) control(told, "what is reported", () => [["reports", { article, words: said }]]);
    });
    const person = one("h1#person");
    if (person) control(person.parentElement, "this person", () => [["people", { name: words(person) }]]);
    if (state) {
      bar();
      follow();
    }
    desk();
  };

  // ---- what was corrected, and the worklist ------------------------------------------------------------------------

  /* The seeds changed and the site was built anew: so is the page, unless somebody fills in a form. */
  const follow = async () => {
    const { builds } = state;
    for (;;) {
      await pause(2500);
      const told = await ask("state").catch(() => null);
      if (told && told.builds > builds && !saving && !one(".ed-correcting")) return again();
    }
  };

  const bar = () => {
    const panel = make("div", "ed-corrections", "");
    panel.setAttribute("role", "region");
    panel.setAttribute("aria-label", "Corrections");
    const status = make("p", "ed-status", "");
    status.setAttribute("role", "status");
    const tell = (said) => (status.textContent = said);
    const list = make("details", "", "");
    list.append(make("summary", "", `${state.entries.length} correction${state.entries.length === 1 ? "" : "s"}`));
    state.entries.slice().reverse().forEach((entry) => {
      const row = make("div", "", "");
      row.append(make("pre", "", `${entry.section}:\n${flush(entry.text)}`), button("Undo", () => undo(entry.text, tell), "ed-undo"));
      list.append(row);
    });
    let last = null;
    try { last = sessionStorage.getItem("digest-corrected"); sessionStorage.removeItem("digest-corrected"); } catch { /* nothing is kept */ }
    if (last && entryOf(last)) {
      tell("Corrected. ");
      status.append(button("Undo", () => undo(entryOf(last), tell), "ed-undo"));
    }
    const first = one("#desk") ? [] : [...state.told, ...(state.failed ? [state.failed] : [])]; // there they head the list
    first.forEach((said) => panel.append(make("p", "ed-stale", said)));
    const desks = make("a", "", `Desk: ${state.desk.length}`, { href: new URL("desk/", ROOT).href });
    panel.append(status, desks, list);
    document.body.append(panel);
  };

  const desk = () => {
    const place = one("#desk");
    if (!place) return;
    if (!state) return void place.append(make("p", "", "The desk is there while `mkdocs serve` runs on this machine."));
    const rows = state.desk.map((asked) => {
      const row = make("li", "ed-asked", "");
      row.tabIndex = -1;
      row.append(make("p", "", asked.what), make("p", "ed-meta", `${asked.where} · ${asked.step}`));
      asked.stated.forEach((there) => {
        const entry = make("div", "ed-stated", "");
        const out = () => undo(there.text, (said) => (entry.querySelector(".ed-status").textContent = said));
        entry.append(make("p", "ed-meta", `${there.where} · ${there.section}`), make("pre", "", flush(there.text)), button("Take this out", out, "ed-out"), make("p", "ed-status", ""));
        row.append(entry);
      });
      asked.sentences.forEach(([who, said]) => {
        const sentence = make("blockquote", "", said);
        if (who) sentence.prepend(make("span", "ed-meta", `${who} `));
        row.append(sentence);
      });
      const does = make("p", "ed-do", "");
      const status = make("p", "ed-status", "");
      status.setAttribute("role", "status");
      if (asked.to) does.append(make("a", "", "Look at it", { href: new URL(asked.to, ROOT).href }));
      if (asked.targets.length) does.append(button("Correct", () => open(asked.what, asked.targets, asked), "ed-first"));
      if (asked.right) {
        does.append(button(asked.rightly, async () => {
          const [section, entry] = asked.right;
          row.classList.add("ed-done");
          status.textContent = "Saved. The site is built anew …";
          try {
            const told = await ask("save", { section, entry: { ...entry, ...(kept("digest-by") && { by: kept("digest-by") }) } });
            status.textContent = await rebuilt(told.builds, told.yaml);
          } catch (error) {
            row.classList.remove("ed-done");
            status.textContent = error.message;
          }
        }, "ed-right"));
      }
      row.append(does, status);
      return row;
    });
    const list = make("ol", "ed-plain", "");
    list.append(...rows);
    const last = make("p", "ed-status", "");
    last.setAttribute("role", "status");
    const told = rows.length ? `${rows.length} to look at, the most important first. Keys: j next, k before, enter correct, r it is right, ` : "Nothing to look at. Key: ";
    place.append(make("p", "ed-meta", `${told}u take the last correction back.`), last, list);
    /* After each answer the page comes back: at the place where somebody was. */
    let at = -1;
    const go = (to) => {
      at = Math.max(0, Math.min(rows.length - 1, to));
      rows[at]?.focus();
      try { sessionStorage.setItem("digest-desk", at); } catch { /* then it begins at the first */ }
    };
    try {
      const left = sessionStorage.getItem("digest-desk");
      if (left !== null) go(Number(left));
    } catch { /* then it begins at the first */ }
    document.addEventListener("keydown", (event) => {
      if (event.target.closest?.("input, select, textarea, dialog") || event.metaKey || event.ctrlKey || event.altKey) return;
      const move = { j: 1, k: -1 }[event.key];
      const here = rows[at];
      if (move) go(at + move);
      else if (event.key === "Enter" && here && here === document.activeElement) one(".ed-first", here)?.click();
      else if (event.key === "r" && here) one(".ed-right", here)?.click();
      else if (event.key === "u" && state.last) undo(state.last, (said) => (last.textContent = said));
      else return;
      event.preventDefault();
    });
  };

  const served = document.body.dataset.correcting !== undefined; // says the server, so that no other is asked
  (served ? ask("state").catch(() => null) : Promise.resolve(null)).then((told) => {
    state = told;
    begin();
  });
})();
