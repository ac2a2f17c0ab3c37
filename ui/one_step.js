// A link to another page is one step back in the browser, where Streamlit makes two of it: the page
// the reader is on with the new parameters, and at once the new page with the same ones.
const AT_ONCE = 2000; // ms, since a server may be busy

function oneStepBack() {
  if (history.pushState.isOneStep) return; // once a tab
  const push = history.pushState;
  let parameters = -Infinity; // when a step changed these alone
  history.pushState = function (state, unused, address) {
    const to = new URL(address ?? location, location);
    const samePage = to.pathname === location.pathname;
    const second = to.search === location.search && performance.now() - parameters < AT_ONCE;
    parameters = samePage ? performance.now() : -Infinity;
    if (!samePage && second) return history.replaceState(state, unused, address);
    return push.call(history, state, unused, address);
  };
  history.pushState.isOneStep = true;
}
