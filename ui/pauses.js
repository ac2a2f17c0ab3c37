// Sends what is written in a pause of writing, and when the page is left: Streamlit's fields of
// several lines are sent by Ctrl+Enter, which keeps the cursor where it is.
const PAUSE = 1200; // ms
const LONG_NUMBER = /(?:[\d０-９][ \u2010-\u2015-]?){7}$/;

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
  // The end is waited for of pinyin, which is no letters yet, and of a long number, since half of a
  // person's does not look like one.
  const wait = ({ target, isComposing }) => {
    clearTimeout(waiting);
    field = target;
    if (isComposing || LONG_NUMBER.test(target.value.slice(0, target.selectionEnd))) return;
    waiting = setTimeout(send, PAUSE);
  };
  box.addEventListener("input", wait, { signal });
  box.addEventListener("compositionend", wait, { signal });
  addEventListener("beforeunload", send, { signal });
  // Also on the way back, before Streamlit hears of it and takes the field away.
  addEventListener("popstate", send, { signal, capture: true });
  return () => box.listening.abort();
}
