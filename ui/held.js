// Keeps the page where `move` puts it while the rest of it is still being drawn, until the reader does
// something. Who came first holds it, unless `anew`.
const DRAWN = 2000; // ms until a page stands
const DONE = ["pointerdown", "keydown", "wheel", "touchstart"];

function holdPage(move, anew = false) {
  const before = document.held;
  if (before && !anew && performance.now() < before.until) return;
  if (before) before.until = 0;
  const held = (document.held = { until: performance.now() + DRAWN });
  const once = { once: true, capture: true, passive: true };
  for (const act of DONE) addEventListener(act, () => (held.until = 0), once);
  const again = () => {
    if (performance.now() > held.until) return;
    move();
    requestAnimationFrame(again);
  };
  again();
}
