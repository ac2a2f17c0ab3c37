// Lists what of a meeting's screen is not seen: cut off, below the foot, beside the window, or set
// in letters smaller than `smallest` pixels.
(smallest) => {
  const root = document.querySelector(".stage");
  const screen = root.querySelector(".screen:not([hidden])");
  const foot = root.querySelector("footer").getBoundingClientRect().top;
  const boxes = [screen, ...screen.querySelectorAll("*:not(caption)")];
  const outside = (box) => {
    const at = box.getBoundingClientRect();
    return at.bottom > foot + 1 || at.right > innerWidth + 1 || at.left < -1;
  };
  const cutOff = (box) =>
    getComputedStyle(box).overflowX !== "visible" &&
    !box.matches(".name") && // of two lines: the rest is said when pointed at
    (box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 2);
  const small = (box) =>
    box.matches("h1, td, .name, .value") && parseFloat(getComputedStyle(box).fontSize) < smallest;
  const page = document.scrollingElement;
  const scrolls = page.scrollHeight > innerHeight || page.scrollWidth > innerWidth;
  return boxes
    .filter((box) => box.getClientRects().length)
    .filter((box) => outside(box) || cutOff(box) || small(box))
    .concat(scrolls ? [page] : [])
    .map((box) => `${box.tagName} ${box.className} ${box.textContent.slice(0, 30)}`);
}
