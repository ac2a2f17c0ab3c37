// What a reader does once is one step back in the browser. Streamlit makes one of each parameter that a
// page takes over from the page before, and two of a link to another page.
const ACTIONS = ["pointerdown", "keydown", "click", "fullscreenchange"];

function oneStepBack() {
  if (history.pushState.isOneStep) return; // once a tab
  const push = history.pushState;
  let acted = false; // since the last step
  const note = ({ isTrusted }) => (acted ||= isTrusted);
  for (const action of ACTIONS) addEventListener(action, note, true);
  addEventListener("popstate", () => (acted = false));
  history.pushState = function (state, unused, address) {
    const isStep = acted && inAnyLanguage(address) !== inAnyLanguage();
    acted = false;
    (isStep ? push : history.replaceState).call(history, state, unused, address);
  };
  history.pushState.isOneStep = true;
}

function inAnyLanguage(address = location) {
  const url = new URL(address, location);
  url.searchParams.delete("lang");
  return url.href;
}
