// Shows the markup it is given, and brings into view what in it says data-here. A plain click on a
// link of the board is answered by the running session; a click with a modifier key, and the middle
// button, stay the browser's.
export default function ({ parentElement, data, setTriggerValue }) {
  const panel = parentElement.querySelector(".panel");
  if (panel.shown !== data.html) {
    panel.innerHTML = data.html;
    panel.shown = data.html;
    const here = panel.querySelector("[data-here]");
    if (here) holdPage(() => here.scrollIntoView({ block: here.dataset.here }));
  }
  panel.onclick = (event) => {
    const link = event.target.closest("a[data-go]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    setTriggerValue("follow", link.dataset.go);
  };
}
