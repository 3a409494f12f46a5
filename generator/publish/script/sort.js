/* Sorting the matrix. */

const RANK = { full: 5, longer: 4, shorter: 3, reworded: 2, only: 1, reported: 0.5 };
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
