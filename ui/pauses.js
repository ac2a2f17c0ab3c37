// Sends what is written in a pause of writing, and when the page is left: Streamlit's fields of
// several lines are sent by Ctrl+Enter, which keeps the cursor where it is.
const PAUSE = 1200; // ms

export default function ({ parentElement, data }) {
  const box = parentElement.closest(`.st-key-${data.within}`);
  box.listening?.abort();
  box.listening = new AbortController();
  const { signal } = box.listening;
  let field, waiting;
  const send = () => {
    clearTimeout(waiting);
    field?.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", ctrlKey: true, bubbles: true }));
    field = undefined;
  };
  // Pinyin that has not become letters yet is not written: its end is waited for.
  const wait = ({ target, isComposing }) => {
    clearTimeout(waiting);
    field = isComposing ? undefined : target;
    if (field) waiting = setTimeout(send, PAUSE);
  };
  box.addEventListener("input", wait, { signal });
  box.addEventListener("compositionend", wait, { signal });
  addEventListener("beforeunload", send, { signal });
  return () => box.listening.abort();
}
