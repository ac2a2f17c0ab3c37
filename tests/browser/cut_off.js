// Lists what scrolls sideways or hides part of what it holds, the page itself included.
() => {
  const boxes = document.querySelectorAll('html, [data-testid="stMain"], [data-testid="stMain"] *');
  return [...boxes]
    .filter((box) => box instanceof HTMLElement && !box.matches("input"))
    .filter((box) => getComputedStyle(box).overflowX !== "visible")
    .filter((box) => box.clientWidth > 1) // what only screen readers read
    .filter((box) => box.scrollWidth > box.clientWidth + 1) // widths are rounded
    .map((box) => `${box.className || box.tagName}: ${box.scrollWidth} > ${box.clientWidth}`);
}
