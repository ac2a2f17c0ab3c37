// The export menu of one card, or of several whose buttons stand in a panel (data-export). Files come
// from the server; pictures are made here of what the reader sees, named and signed by the server.
const saved = new Set(); // answers, since a component is drawn again with the same data
const CARD = 'section.card, [class*="st-key-card_"]';

export default function ({ parentElement, data, setTriggerValue }) {
  const own = parentElement.querySelector(".export-open");
  const menu = parentElement.querySelector("menu");
  own.hidden = data.elsewhere;
  own.title = own.ariaLabel = data.open;
  // The browser itself opens it after the click, and closes it with a second one.
  const ready = (button) => {
    menu.of = button;
    button.popoverTargetElement = menu;
  };
  own.onclick = () => ready(own);
  menu.onbeforetoggle = ({ newState }) => {
    menu.of.ariaExpanded = String(newState === "open");
    if (newState === "open") {
      const at = menu.of.getBoundingClientRect();
      place(menu, at);
      closeWhenMoved(menu, at);
    }
  };
  menu.replaceChildren(
    ...Object.entries(data.kinds).map(([kind, label]) => {
      const item = document.createElement("button");
      item.type = "button";
      item.dataset.kind = kind;
      item.textContent = label;
      item.onclick = () => {
        menu.hidePopover();
        setTriggerValue("wanted", { card: menu.of.dataset.export ?? "", kind });
      };
      return item;
    }),
  );
  if (data.file && !saved.has(data.file.id)) {
    saved.add(data.file.id);
    const spot = data.file.card ? document.querySelector(`[data-export="${data.file.card}"]`) : own;
    content(data.file, spot?.closest(CARD)).then((blob) => save(data.file.name, blob));
  }
  // Called again for each drawing, but its cleanup only once.
  document.removeEventListener("click", menu.pressed);
  menu.pressed = ({ target }) => {
    const spot = target.closest("[data-export]");
    if (spot && data.elsewhere) ready(spot);
  };
  document.addEventListener("click", menu.pressed);
  return () => document.removeEventListener("click", menu.pressed);
}

async function content(file, card) {
  if (file.content) return new Blob([Uint8Array.from(atob(file.content), (c) => c.charCodeAt(0))]);
  const drawn = picture(card, file.title, file.foot);
  return file.kind === "png" ? png(drawn) : svg(drawn);
}

// Its right edge is the button's; it hangs below the button, or stands on it in the lower half of the
// window. Said by its edges, as it has no size before it is shown.
function place(menu, at) {
  const { clientWidth, clientHeight } = document.documentElement;
  const low = at.bottom > clientHeight / 2;
  menu.style.right = `${clientWidth - at.right}px`;
  menu.style.top = low ? "auto" : `${at.bottom + 4}px`;
  menu.style.bottom = low ? `${clientHeight - at.top + 4}px` : "auto";
}

// It would hang in the air when the page is scrolled away below it.
function closeWhenMoved(menu, at) {
  menu.watching?.abort();
  menu.watching = new AbortController();
  const moved = () => menu.of.getBoundingClientRect().top !== at.top;
  const scrolled = () => moved() && menu.matches(":popover-open") && menu.hidePopover();
  document.addEventListener("scroll", scrolled, { capture: true, signal: menu.watching.signal });
}

function save(name, blob) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
