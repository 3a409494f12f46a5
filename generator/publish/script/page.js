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
