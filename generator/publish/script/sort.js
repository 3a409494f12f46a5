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
