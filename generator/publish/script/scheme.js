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
