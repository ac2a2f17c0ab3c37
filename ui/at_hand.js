// Leads to the screens of a meeting and back, and copies the address of what is shown.
const TO_THE_STAGE = ["month", "level", "indicator"];
const ACKNOWLEDGED = 2000; // ms

export default function ({ parentElement, data, setTriggerValue }) {
  const box = parentElement.querySelector(".at-hand");
  const [meet, copy] = box.querySelectorAll("button");
  meet.querySelector("b").textContent = data.meet;
  meet.querySelector("kbd").textContent = data.key;
  meet.title = data.hint;
  copy.textContent = data.copy;
  parentElement.querySelector(".on-paper").textContent = data.onPaper;

  const begin = () => {
    wholeScreen();
    sessionStorage.setItem("before_stage", here());
    const codes = new URL(address(data.shown)).searchParams;
    const kept = TO_THE_STAGE.filter((name) => codes.has(name)).map((name) => [name, codes.get(name)]);
    setTriggerValue("follow", `present?${new URLSearchParams(kept)}`);
  };
  const goBack = () => {
    const screen = new URLSearchParams(location.search).get("from");
    setTriggerValue("follow", sessionStorage.getItem("stage") || `present?screen=${screen}`);
  };
  meet.onclick = data.returning ? goBack : begin;
  copy.onclick = async () => {
    const link = address(data.shown);
    if (!(await copied(link))) return prompt(data.byHand, link);
    copy.textContent = `✓ ${data.copied}`;
    setTimeout(() => (copy.textContent = data.copy), ACKNOWLEDGED);
  };

  box.listening?.abort();
  box.listening = new AbortController();
  const { signal } = box.listening;
  printCharts(signal);
  oneStepBack();
  const pressed = (event) => {
    if (!ours(event)) return;
    if (data.returning && event.key === "Escape") goBack();
    else if (!data.returning && event.key.toLowerCase() === "f") begin();
  };
  document.addEventListener("keydown", pressed, { signal });
  // A browser that keeps Esc to itself ends the whole screen with it: then it was meant to go back.
  const changed = () => data.returning && !document.fullscreenElement && goBack();
  document.addEventListener("fullscreenchange", changed, { signal });
  return () => box.listening.abort();
}

// The address of the page with every code that is shown, without where the reader came from, and in the
// language of whoever opens it.
function address(shown) {
  const url = new URL(location);
  for (const own of ["from", "lang"]) url.searchParams.delete(own);
  for (const [name, code] of Object.entries(shown)) {
    if (!url.searchParams.has(name)) url.searchParams.set(name, code);
  }
  return url.href;
}

// Without https browsers have no clipboard for scripts, and a board in an office often has none.
async function copied(text) {
  if (navigator.clipboard) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // not allowed here: the older way may be
    }
  }
  const field = document.body.appendChild(document.createElement("textarea"));
  field.value = text;
  field.style.position = "fixed"; // so that the page does not scroll to it
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  return done;
}
