// What a reader does once is one step back in the browser, and leads to where it was done. Streamlit
// makes a step of each parameter that a page takes over from the page before, two of a link to another
// page, and shows the page that is come back to from its top.
const ACTIONS = ["pointerdown", "keydown", "click", "fullscreenchange"];

function oneStepBack() {
  if (history.pushState.isOneStep) return; // once a tab
  const push = history.pushState;
  let acted = false; // since the last step
  let top = 0; // how far the page was scrolled then
  const note = ({ isTrusted }) => {
    if (isTrusted) [acted, top] = [true, scrolled()?.scrollTop ?? 0];
  };
  for (const action of ACTIONS) addEventListener(action, note, true);
  history.pushState = function (state, unused, address) {
    const isStep = acted && inAnyLanguage(address) !== inAnyLanguage();
    acted = false;
    if (isStep) history.replaceState({ ...history.state, top }, "");
    const page = location.pathname;
    (isStep ? push : history.replaceState).call(history, state, unused, address);
    if (location.pathname !== page) scrollTo(0);
  };
  history.pushState.isOneStep = true;
  addEventListener("popstate", ({ state }) => {
    acted = false;
    if (state?.top !== undefined) holdPage(() => scrollTo(state.top), true);
  });
}

const scrolled = () => document.querySelector('[data-testid="stMain"]');
const scrollTo = (top) => scrolled()?.scrollTo({ top, behavior: "instant" });

function inAnyLanguage(address = location) {
  const url = new URL(address, location);
  url.searchParams.delete("lang");
  return url.href;
}
