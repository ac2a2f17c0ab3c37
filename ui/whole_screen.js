// Shared by the stage and by what leads to it: the whole screen, and keys that are meant for us.
// Browsers give the whole screen only to a key or a click.
function wholeScreen() {
  const asked = document.documentElement.requestFullscreen?.();
  // Where it can be had, Esc then comes to us and does not end the whole screen by itself.
  asked?.then(() => navigator.keyboard?.lock?.(["Escape"])).catch(() => {});
}

const OTHERS = "input, textarea, select, [contenteditable], [role=dialog], [role=listbox], [role=menu]";

// Whether a key is the page's own: nobody is typing, no dialog or list is open, no modifier held.
function ours(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return false;
  return !event.target.closest?.(OTHERS) && !document.querySelector("[role=dialog], [role=listbox]");
}

// The page that is open and what it is asked for, as links of the board write it.
const here = () => location.pathname.split("/").pop() + location.search;
