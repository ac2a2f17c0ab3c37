// Tells when a page is drawn, by one rule for every app: the last change of its content before it
// was quiet for a while, once the script has ended, every chart and table on it has its drawing,
// and the figures that were waited for can be read. Installed before the page's own scripts run.
(() => {
  const QUIET = 500; // ms; longer than any pause seen between two steps of one drawing
  const CONTENT = '[data-testid="stMain"]';
  const inContent = ({ target }) =>
    (target instanceof Element ? target : target.parentElement)?.closest(CONTENT);

  let changed = 0;
  let pressed = 0;
  new MutationObserver((changes) => {
    if (changes.some(inContent)) changed = performance.now();
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  addEventListener("pointerdown", () => (pressed = performance.now()), true);

  const complete = (main) =>
    !main.querySelector('[data-testid="stSkeleton"], [data-stale="true"]') &&
    [...main.querySelectorAll(".stPlotlyChart")].every((chart) => chart.querySelector(".main-svg")) &&
    [...main.querySelectorAll(".stDataFrame")].every((table) => table.querySelector("canvas"));

  // Milliseconds of the page's clock, which starts with its loading; null while it is not drawn.
  window.drawn = (figures) => {
    const main = document.querySelector(CONTENT);
    const app = document.querySelector('[data-testid="stApp"]');
    const ready =
      main &&
      app.dataset.testScriptState === "notRunning" &&
      complete(main) &&
      figures.every((figure) => main.textContent.includes(figure)) &&
      changed > pressed &&
      performance.now() - changed > QUIET;
    return ready ? { changed, pressed } : null;
  };
})();
