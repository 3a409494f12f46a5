/* Layers of the article. */

const layers = (form) => {
  const names = { q: "no-quotes", n: "no-names", t: "no-dates", m: "no-notes", r: "no-reported" };
  const reported = one('[name="r"]', form);
  if (reported && matchMedia("(max-width: 44.99em)").matches) reported.checked = false;
  const apply = () => all("input", form).forEach((box) => one(".ed-body").classList.toggle(names[box.name], !box.checked));
  form.addEventListener("change", apply);
  apply();
};
