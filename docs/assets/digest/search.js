/* The search: loaded, with the words of the digest, when somebody opens it. Every word that is typed must be there, a
   phrase is a phrase, and the words of a quote come before those of an article. Marks of any kind part words.
   Of a large digest an index tells which articles, people and events have the words; the likeliest are loaded then. */
(() => {
  "use strict";
  const WORD = /[\p{L}\p{N}\p{M}\u00ad\u200b\u2060]+/gu;
  const MARKS = /[“”„‟«»"＂]([^“”„‟«»"＂]+)[“”„‟«»"＂]?/g; // double ones; single ones are apostrophes too
  const MOST = 8;
  const fold = (word) => word.normalize("NFKD").replace(/[\p{M}\u00ad\u200b\u2060]/gu, "").toLowerCase();
  const tokens = (text) => [...text.matchAll(WORD)].map((m) => [fold(m[0]), m.index, m.index + m[0].length]).filter((t) => t[0]);
  const folded = (text) => ` ${tokens(text).map((token) => token[0]).join(" ")} `;

  // ---- what is sought ------------------------------------------------------------------------------------------------

  /* The whole as one phrase, and its parts: phrases in marks and single words. The last word may still be growing. */
  const asked = (query) => {
    const text = query.replace(/\bhttps?:\/\/\S+/g, " ");
    const loose = text.replace(MARKS, " ");
    const phrases = [...text.matchAll(MARKS)].map((m) => folded(m[1])).filter((phrase) => phrase.trim());
    const growing = /[\p{L}\p{N}\p{M}]$/u.test(text) && !phrases.length;
    const words = folded(loose).trim().split(" ").filter(Boolean).map((word) => ` ${word} `);
    if (growing && words.length) words.push(words.pop().trimEnd());
    const whole = growing ? folded(text).trimEnd() : folded(text);
    return { whole, parts: [...phrases, ...words] };
  };

  const lacks = (text, parts) => parts.some((part) => !text.includes(part));

  // ---- what is looked through ----------------------------------------------------------------------------------------

  /* Adds what was loaded to what is looked through. People and statements are numbered for the whole, or for one article. */
  const add = (data, loaded) => {
    loaded.articles?.forEach((article, place) => {
      article.number ??= place;
      const { people, statements } = article.people ? article : loaded;
      article.folded = folded(article.text);
      article.about = folded([article.title, article.outlet, article.siglum, article.byline, article.day].join(" "));
      const spoken = new Map(); // the pieces of one utterance are one quote
      article.quotes.forEach(([start, end, id, who, utterance, likely]) => {
        const quote = spoken.get(utterance) ?? { article, who, likely, pieces: [] };
        quote.pieces.push({ start, end, id });
        spoken.set(utterance, quote);
      });
      for (const quote of spoken.values()) {
        const person = people[quote.who];
        quote.name = person ? (quote.likely ? `likely ${person.name}` : person.name) : "Speaker not known";
        quote.text = quote.pieces.map((piece) => article.text.slice(piece.start, piece.end)).join(" ");
        quote.folded = folded(quote.text);
        quote.about = folded([quote.name, person?.names ?? "", "in", article.outlet, article.siglum, article.day].join(" "));
        data.quotes.push(quote);
      }
      article.readings = article.readings.map(([start, end, place]) => [start, end, ...statements[place]]);
      data.articles.push(article);
    });
    loaded.people?.forEach((person, number) => data.people.push({ number, ...person, folded: folded(`${person.name} ${person.names} ${person.role}`) }));
    loaded.events?.forEach((event, number) => data.events.push({ number, ...event, folded: folded(`${event.label} ${event.when} ${event.in}`) }));
    for (const kind of ["articles", "people", "events"]) data[kind].sort((a, b) => a.number - b.number);
    data.quotes.sort((a, b) => a.article.number - b.article.number);
    return data;
  };
  const nothing = () => ({ articles: [], quotes: [], people: [], events: [], pages: [] });

  /* The place of the first word that is sought, in the text as it is printed. */
  const place = (text, { whole, parts }) => {
    const found = tokens(text);
    const starts = [];
    let line = " ";
    for (const [word] of found) {
      starts.push(line.length - 1);
      line += `${word} `;
    }
    for (const part of [whole, ...parts]) {
      const at = part.trim() ? line.indexOf(part) : -1;
      if (at < 0) continue;
      const first = starts.indexOf(at);
      const count = part.trim().split(" ").length;
      return [found[first][1], found[Math.min(first + count, found.length) - 1][2]];
    }
    return [0, 0];
  };

  /* The reading and the piece in which the words of a quote begin. */
  const begins = (quote, sought) => {
    let [at] = place(quote.text, sought);
    for (const piece of quote.pieces) {
      const length = piece.end - piece.start;
      if (at < length) return { piece, reading: quote.article.readings.find(([start, end]) => start <= piece.start + at && piece.start + at < end) ?? null };
      at -= length + 1;
    }
    return { piece: quote.pieces[0], reading: null };
  };

  const inQuotes = (data, sought) => {
    const groups = new Map();
    for (const quote of data.quotes) {
      const whole = quote.folded.includes(sought.whole);
      if (!whole && lacks(quote.folded + quote.about, sought.parts)) continue;
      const own = whole || !lacks(quote.folded, sought.parts);
      const { piece, reading } = begins(quote, sought);
      const key = reading ? reading[2] : piece.id;
      const rank = (whole ? 4 : 0) + (quote.folded === sought.whole ? 2 : 0) + (quote.folded.startsWith(sought.whole) ? 1 : 0) + (own ? 0.5 : 0);
      const group = groups.get(key) ?? { rank: -1, carried: reading?.[3] ?? 1, members: [] };
      group.members.push({ quote, piece });
      if (rank > group.rank) Object.assign(group, { rank, quote, piece, statement: reading?.[2] ?? null });
      groups.set(key, group);
    }
    return [...groups.values()].sort((a, b) => b.rank - a.rank || b.carried - a.carried || a.quote.text.length - b.quote.text.length);
  };

  /* The sentence of an article that has the words, or most of them. */
  const sentence = (article, sought) => {
    const ends = [...article.sentences.slice(1).map(([start]) => start), article.text.length];
    const at = article.folded.includes(sought.whole) ? place(article.text, sought)[0] : -1;
    let best = null;
    article.sentences.forEach(([start, anchor], number) => {
      const text = article.text.slice(start, ends[number]).trim();
      const has = start <= at && at < ends[number] ? Infinity : at < 0 ? sought.parts.filter((part) => folded(text).includes(part)).length : 0;
      if (!best || has > best.has) best = { has, text, anchor };
    });
    return best;
  };

  /* Sentences are looked up for the articles that lead, and for others when they are shown: among hundreds that takes long. */
  const LEADING = 40;
  const inArticles = (data, sought) => {
    const found = data.articles
      .filter((article) => article.folded.includes(sought.whole) || !lacks(article.about + article.folded, sought.parts))
      .map((article) => ({
        article,
        rank: (article.folded.includes(sought.whole) ? 4 : 0) + (lacks(article.about, sought.parts) ? 0 : 2),
        get found() {
          const best = sentence(article, sought);
          return best?.has ? best : null;
        },
      }))
      .sort((a, b) => b.rank - a.rank);
    const leading = found.slice(0, LEADING).map(({ article, rank, found: best }) => (
      { article, found: best, rank: rank + (best ? Math.min(best.has / sought.parts.length, 1) : 0) }));
    return [...leading.sort((a, b) => b.rank - a.rank), ...found.slice(LEADING)];
  };

  const named = (listed, sought) => listed.filter((thing) => !lacks(thing.folded, sought.parts));

  const find = (data, query) => {
    const sought = asked(query);
    if (!sought.parts.length) return null;
    return { sought, quotes: inQuotes(data, sought), people: named(data.people, sought), articles: inArticles(data, sought), events: named(data.events, sought), pages: named(data.pages, sought) };
  };

  // ---- an index in place of all words --------------------------------------------------------------------------------

  const LIKELIEST = { articles: 12, others: 16 };
  const ALL = { articles: 200, others: 200 };

  /* Loads into `data` the likeliest of what has the words that are sought; tells how many have them, and are loaded. */
  const indexed = async (data, base) => {
    const index = await import(new URL("search/pagefind/pagefind.js", base).href);
    await index.init();
    const loads = new Map(); // by the id of a result; each is loaded once
    const load = (id) => {
      if (!loads.has(id)) loads.set(id, fetch(new URL(`search/records/${id}.json`, base)).then((answer) => answer.json()).then((loaded) => add(data, loaded)));
      return loads.get(id);
    };
    return async (query, most) => {
      const { whole, parts } = asked(query);
      if (!parts.length) return null;
      const words = parts.map((part) => (part.trim().includes(" ") ? `"${part.trim()}"` : part.trim())).join(" ");
      const results = async (text, filters) => (await index.search(text, { filters })).results.map(({ id }) => id);
      const ofKind = async (filters) => [...new Set([...await results(`"${whole.trim()}"`, filters), ...await results(words, filters)])];
      const articles = await ofKind({ kind: "article" });
      const own = new Set(articles);
      const others = (await ofKind({})).filter((id) => !own.has(id));
      const wanted = [...articles.slice(0, most.articles), ...others.slice(0, most.others)];
      await Promise.all(wanted.map(load));
      return { articles: own.size, looked: Math.min(own.size, most.articles), whole: wanted.length === own.size + others.length };
    };
  };

  // ---- what is shown -------------------------------------------------------------------------------------------------

  const make = (tag, name, ...parts) => {
    const element = Object.assign(document.createElement(tag), { className: name });
    element.append(...parts);
    return element;
  };

  /* Words around the place, what is sought in bold; masked words are left out. */
  const snippet = (text, sought, before = 90, after = 190) => {
    const [start, end] = place(text, sought);
    const from = start > before ? text.indexOf(" ", start - before) + 1 : 0;
    const to = text.length > end + after ? text.lastIndexOf(" ", end + after) : text.length;
    const show = (part) => part.replace(/[░\s]*░[░\s]*/g, " … ");
    return [from ? "… " : "", show(text.slice(from, start)), make("mark", "", show(text.slice(start, end))), show(text.slice(end, to)), to < text.length ? " …" : ""];
  };

  const result = (href, title, about, more = []) => {
    const link = make("a", "md-search-result__link", ...title);
    link.href = href;
    return make("li", "md-search-result__item", link, make("span", "ed-meta", ...about), ...more);
  };

  const show = (data, found, base, page) => {
    const { sought } = found;
    const at = (to) => new URL(to.replace(/\/(?=#|$)/, `/${page}`) || page, base).href;
    const siglum = ({ quote, piece }) => {
      const link = make("a", "ed-sig", quote.article.siglum);
      link.href = at(`articles/${quote.article.id}/#q-${piece.id}`);
      link.title = quote.article.outlet;
      return link;
    };
    const kinds = [
      ["Quotes", found.quotes, (group) => {
        const { quote, piece } = group;
        const one = [...new Map(group.members.map((member) => [member.quote.article.id, member])).values()];
        const line = make("span", "ed-where", ...one.slice(0, 6).flatMap((member) => [siglum(member), " "]), one.length > 6 ? `and ${one.length - 6} more` : "");
        return result(at(group.statement ?? `articles/${quote.article.id}/#q-${piece.id}`), ["“", ...snippet(quote.text, sought), "”"], [quote.name, quote.article.day ? `, ${quote.article.day}` : ""], [line]);
      }],
      ["People", found.people, (person) => result(at(person.at), [person.name], [person.role])],
      ["In articles", found.articles, ({ article, found: there }) => result(
        at(`articles/${article.id}/${there ? `#${there.anchor}` : ""}`),
        there ? snippet(there.text, sought) : [article.title],
        [article.siglum, " · ", article.title, article.day ? ` · ${article.day}` : ""],
      )],
      ["Timeline", found.events, (event) => result(at(event.at), [event.label], [event.when, event.when && event.in ? " · " : "", event.in])],
      ["About this site", found.pages, (page) => result(at(page.at), [page.title], [page.text.slice(0, 140)])],
    ];
    const groups = kinds.filter(([, listed]) => listed.length).map(([name, listed, draw]) => {
      const list = make("ol", "", ...listed.slice(0, MOST).map(draw));
      const group = make("li", "ed-kind", make("p", "ed-kindname", `${name} `, make("span", "", String(listed.length))), list);
      if (listed.length > MOST) {
        const more = make("button", "ed-all", `all ${listed.length}`);
        more.type = "button";
        more.addEventListener("click", () => {
          list.append(...listed.slice(MOST, 200).map(draw));
          more.remove();
          list.children[MOST].querySelector("a").focus();
        });
        group.append(more);
      }
      return group;
    });
    const number = kinds.reduce((sum, [, listed]) => sum + listed.length, 0);
    return { groups, number };
  };

  // ---- the panel -----------------------------------------------------------------------------------------------------

  const start = (root, base, load, page) => {
    const field = root.querySelector(".md-search__input");
    const panel = root.querySelector(".ed-panel");
    const status = panel.querySelector(".md-search-result__meta");
    const list = panel.querySelector(".md-search-result__list");
    let data;
    let ask = null; // of a large digest: loads what is likely
    let asking = 0;
    const ready = load("search/words.js").then(async () => {
      data = nothing();
      if (self.digestWords.indexed) ask = await indexed(data, base);
      else add(data, self.digestWords);
      delete self.digestWords;
      // The pages that are no part of the digest; a page opened from a folder cannot fetch them, and does without.
      return fetch(new URL("search/search_index.json", base)).then((answer) => answer.json()).then(({ docs }) => {
        const plain = (text) => new DOMParser().parseFromString(text, "text/html").body.textContent;
        data.pages = docs.map((doc) => {
          const [title, text] = [plain(doc.title), plain(doc.text)];
          return { at: doc.location, title, text, folded: folded(`${title} ${text}`) };
        });
      }).catch(() => {});
    });
    const put = (reach) => {
      const found = data && find(data, field.value);
      panel.hidden = false;
      if (!found) {
        list.replaceChildren();
        status.textContent = data ? "Words, a quote, a name, a day. “In marks”: exactly so." : "Loading …";
        return;
      }
      const { groups, number } = show(data, found, base, page);
      list.replaceChildren(...groups);
      const partly = reach && !reach.whole;
      status.textContent = number || partly ? `${number} found${partly ? ` in the likeliest ${reach.looked} of ${reach.articles} articles` : ""}` : "Nothing has all of these words.";
      if (!partly) return;
      const more = make("button", "ed-all", "look through more");
      more.type = "button";
      more.addEventListener("click", () => draw(ALL).then(() => list.querySelector("a")?.focus()));
      list.append(make("li", "ed-kind", more));
    };
    const draw = async (most = LIKELIEST) => {
      const turn = ++asking;
      if (!ask) return put(null);
      panel.hidden = false;
      if (!list.children.length) status.textContent = "Searching …";
      const reach = await ask(field.value, most).catch(() => null);
      return turn === asking && !closed() ? put(reach) : undefined; // else somebody has typed on
    };
    const closed = () => panel.hidden;
    const close = () => {
      panel.hidden = true;
      root.classList.remove("ed-open");
    };
    field.addEventListener("input", () => draw());
    field.addEventListener("focus", () => draw());
    root.querySelector(".ed-shut").addEventListener("click", close);
    root.addEventListener("submit", (event) => {
      event.preventDefault();
      list.querySelector("a")?.click();
    });
    root.addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        field.blur();
        close();
      }
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      const links = [field, ...list.querySelectorAll(".md-search-result__link")];
      const next = links[links.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1)];
      if (!next) return;
      event.preventDefault();
      next.focus();
    });
    root.addEventListener("focusout", (event) => event.relatedTarget && !root.contains(event.relatedTarget) && close());
    document.addEventListener("click", (event) => root.contains(event.target) && !event.target.closest(".md-search-result__link, .ed-sig") || close());
    draw();
    ready.then(() => draw());
    self.digestSearch = { ready, find: (query) => find(data, query), folded, ask: (query) => ask?.(query, LIKELIEST), close }; // for the tests, and for who is curious
  };

  self.startDigestSearch = start;
})();
