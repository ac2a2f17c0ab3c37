// Turns the screens, keeps the one shown in the address, and makes each fit its window.
const TURNS = {
  ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1,
  ArrowLeft: -1, ArrowUp: -1, PageUp: -1,
  Home: -Infinity, End: Infinity,
};
const SECONDS = 20;
const SHORTEST = 3; // seconds: less than that nobody reads
const TABLES = 1.7; // how far a short table or list may grow: tiles and bars take their room by themselves

class Stage {
  constructor(root) {
    this.root = root;
    this.at = 0;
    this.paused = false;
    const own = (this.listening = new AbortController());
    const on = (target, event, handler) =>
      target.addEventListener(event, handler.bind(this), { signal: own.signal });
    on(document, "keydown", this.pressed);
    on(document, "mousemove", this.rewind);
    on(document, "fullscreenchange", this.wholeChanged);
    on(window, "popstate", () => this.show(this.asked(), false));
    on(root, "click", this.clicked);
    this.sized = new ResizeObserver(() => this.fit());
    this.sized.observe(root);
    document.fonts.ready.then(() => this.fit());
  }

  // What the server says; called again after each of its runs.
  told(data, trigger) {
    this.words = data;
    this.trigger = trigger;
    if (this.html === data.html) return;
    this.html = this.root.innerHTML = data.html;
    this.screens = [...this.root.querySelectorAll(".screen")];
    this.show(this.asked());
    this.runAuto();
  }

  asked() {
    const code = new URLSearchParams(location.search).get("screen");
    return Math.max(this.screens.findIndex((screen) => screen.dataset.screen === code), 0);
  }

  show(place, write = true) {
    this.at = Math.min(Math.max(place, 0), this.screens.length - 1);
    this.screens.forEach((screen, index) => (screen.hidden = index !== this.at));
    this.part(".at").textContent = `${this.at + 1}/${this.screens.length}`;
    if (write) this.write("screen", this.screens[this.at].dataset.screen);
    this.rewind();
    this.fit();
  }

  write(name, value) {
    const url = new URL(location);
    if (value) url.searchParams.set(name, value);
    else url.searchParams.delete(name);
    history.replaceState(history.state, "", url);
  }

  pressed(event) {
    if (!ours(event) || (event.target.closest("button") && event.key === " ")) return;
    const backwards = event.shiftKey && event.key === " " ? -1 : 1;
    if (event.key in TURNS) this.show(this.at + backwards * TURNS[event.key]);
    else if (/^[1-9]$/.test(event.key)) this.show(event.key - 1);
    else if (event.key === "Escape") this.leave();
    else if (!this.does(event.key.toLowerCase())) return;
    event.preventDefault();
  }

  clicked(event) {
    const button = event.target.closest("button[data-do]");
    if (button) return this.does(button.dataset.do);
    const link = event.target.closest("a[data-go]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const to = link.dataset.go;
    if (to.startsWith("?")) return this.trigger("follow", to);
    sessionStorage.setItem("stage", here());
    this.trigger("follow", `${to}&from=${this.screens[this.at].dataset.screen}`);
  }

  does(what) {
    if (what === "next") this.show(this.at + 1);
    else if (what === "back") this.show(this.at - 1);
    else if (what === "auto" || what === "a") this.switchAuto();
    else if (what === "p") this.pause();
    else if (what === "whole" || what === "f") this.switchWhole();
    else if (what === "leave") this.leave();
    else return false;
    return true;
  }

  // By itself: the bar that runs out is the clock.
  runAuto() {
    this.clock?.cancel();
    this.clock = null;
    const asked = new URLSearchParams(location.search).get("auto");
    if (asked !== null) {
      const duration = Math.max(Number(asked) || SECONDS, SHORTEST) * 1000;
      const grows = [{ transform: "scaleX(0)" }, { transform: "scaleX(1)" }];
      this.clock = this.part(".clock").animate(grows, { duration });
      this.clock.onfinish = () => this.turnOver();
      if (this.paused) this.clock.pause();
    }
    const said = this.clock ? (this.paused ? this.words.paused : this.words.auto) : "";
    this.part(".state").textContent = said;
    this.part("[data-do=auto]").ariaPressed = String(Boolean(this.clock));
  }

  turnOver() {
    const last = this.at === this.screens.length - 1;
    this.show(last ? 0 : this.at + 1);
    this.clock.play();
    if (last) this.trigger("again", Date.now());
  }

  switchAuto() {
    this.paused = false;
    this.write("auto", this.clock ? "" : String(SECONDS));
    this.runAuto();
  }

  pause() {
    this.paused = !this.paused;
    this.runAuto();
  }

  // Whoever turns a screen or moves the mouse is reading: the time begins anew.
  rewind() {
    if (this.clock) this.clock.currentTime = 0;
  }

  switchWhole() {
    this.ending = Boolean(document.fullscreenElement);
    if (this.ending) document.exitFullscreen();
    else wholeScreen();
  }

  // A browser that keeps Esc to itself ends the whole screen with it: then it was meant to leave.
  wholeChanged() {
    if (!document.fullscreenElement && !this.ending) this.leave();
    this.ending = false;
  }

  leave() {
    this.ending = true;
    if (document.fullscreenElement) document.exitFullscreen();
    const month = new URLSearchParams(location.search).get("month");
    const overview = month ? `overview?month=${month}` : "overview";
    this.trigger("follow", sessionStorage.getItem("before_stage") || overview);
  }

  // The largest type in which the title keeps to its share and the body to its place.
  fit() {
    const screen = this.screens?.[this.at];
    if (!screen || !this.root.clientHeight) return;
    const [title, body] = [screen.querySelector("h1"), screen.querySelector(".body")];
    const inItsShare = () => title.offsetHeight <= this.root.clientHeight * 0.24 && !wide(title);
    const inItsPlace = () => body.scrollHeight <= body.clientHeight + 1 && !wide(body);
    largest(title, inItsShare, 1);
    if (body) largest(body, inItsPlace, body.querySelector("table, .tallies") ? TABLES : 1);
  }

  part(selector) {
    return this.root.querySelector(`footer ${selector}`);
  }

  end() {
    this.listening.abort();
    this.sized.disconnect();
    this.clock?.cancel();
  }
}

function largest(box, fits, most) {
  const size = (fit) => box.style.setProperty("--fit", fit);
  size(most);
  if (fits()) return;
  let [low, high] = [0.25, most];
  while (high - low > 0.02) {
    const middle = (low + high) / 2;
    size(middle);
    if (fits()) low = middle;
    else high = middle;
  }
  size(low);
}

// Whether anything in a box is broader than its place.
function wide(box) {
  const held = [box, ...box.querySelectorAll(".tile, .card, .figures")];
  return held.some((each) => each.scrollWidth > each.clientWidth + 1);
}

export default function ({ parentElement, data, setTriggerValue }) {
  const root = parentElement.querySelector(".stage");
  root.stage ??= new Stage(root);
  root.stage.told(data, setTriggerValue);
  oneStepBack();
  return () => root.stage.end();
}
