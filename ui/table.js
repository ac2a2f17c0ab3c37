// Draws the table it is given and reports which link was followed, so that the page changes
// within the session. A click with Ctrl, Shift or the middle button stays the browser's own.
export default function ({ data, parentElement, setTriggerValue }) {
  const place = parentElement.querySelector(".scroll");
  place.innerHTML = data;
  place.onclick = (event) => {
    const link = event.target.closest("a[data-go]");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    setTriggerValue("go", link.dataset.go);
  };
}
