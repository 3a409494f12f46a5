/* What scrolls sideways on a narrow screen can be scrolled by keyboard too. */

const scrollers = () => all(".ed-prose pre, .ed-prose pre > code, .ed-prose table")
  .filter((part) => part.scrollWidth > part.clientWidth)
  .forEach((part) => { part.tabIndex = 0; });
