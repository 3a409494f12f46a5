/* Corrections: their script comes when somebody asks for it, or when the site is served to be corrected. */

const correcting = (footer) => {
  const begin = () => load("assets/digest/correct.js");
  if (document.body.dataset.correcting !== undefined) return begin();
  const line = make("p", "ed-offer", "");
  line.append(act("Correct this page", () => { line.remove(); begin(); }));
  footer.append(line);
};
