// The export menu: asks the server for the file that was chosen, and saves what it sends.
const saved = new Set(); // what was saved, since a component is drawn again with the same data

export default function ({ parentElement, data, setTriggerValue }) {
  const open = parentElement.querySelector(".export-open");
  const menu = parentElement.querySelector("menu");
  open.title = data.open;
  open.ariaLabel = data.open;
  open.onclick = () => {
    menu.togglePopover();
    place(menu, open);
  };
  menu.ontoggle = (event) => (open.ariaExpanded = String(event.newState === "open"));
  menu.replaceChildren(
    ...Object.entries(data.kinds).map(([kind, label]) => {
      const item = document.createElement("button");
      item.type = "button";
      item.dataset.kind = kind;
      item.textContent = label;
      item.onclick = () => {
        menu.hidePopover();
        setTriggerValue("wanted", kind);
      };
      return item;
    }),
  );
  if (data.file && !saved.has(data.file.id)) {
    saved.add(data.file.id);
    save(data.file.name, new Blob([Uint8Array.from(atob(data.file.content), (c) => c.charCodeAt(0))]));
  }
}

// Below the button, its right edge under the button's.
function place(menu, open) {
  const at = open.getBoundingClientRect();
  menu.style.top = `${Math.min(at.bottom + 4, innerHeight - menu.offsetHeight - 8)}px`;
  menu.style.left = `${Math.max(8, at.right - menu.offsetWidth)}px`;
}

function save(name, blob) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
