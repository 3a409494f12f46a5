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
