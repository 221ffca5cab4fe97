// What a page does by itself in the browser: holds the question and the cited words in view, opens sources, copies,
// hears keys. Started once for a window; every mounting tells it where to send what was chosen.

const WAYS = ["wheel", "touchmove", "pointerdown"];
const SCROLL_KEYS = new Set(["ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End", " "]);
const ASK = '[data-testid="stChatInputTextArea"]';
const MENU_COVERS = "(max-width: 768px)";

// What was told and has no effect on a page that is drawn and at rest was lost on the way: told again after these times.
const AGAIN = [4000, 12000];
const PRESSABLE = "a, button";
const STILL = 6; // pixels: a finger that does not move does so much

const find = selector => document.querySelector(selector);
const main = () => find('[data-testid="stMain"]');
const panel = () => find(".st-key-otr-panel");
const press = selector => { const button = find(selector); if (button) button.click(); return Boolean(button); };
const close = () => press(".st-key-close-source button");
// A citation's marker stands in the answer and among its sources: which of these it was is remembered, as the answer may
// be drawn again and the marker be another.
const markersOf = name => [...document.querySelectorAll(`a.otr-marker[data-opens="${CSS.escape(name)}"]`)];
const placeOf = marker => ({ name: marker.dataset.opens, at: markersOf(marker.dataset.opens).indexOf(marker) });
const markerAt = place => place && markersOf(place.name)[place.at];
const drawn = () => find('[data-testid="stApp"][data-test-script-state="notRunning"]');
const typing = target => target.closest?.("input, textarea, select, [contenteditable=true]");

// The words of a marker stay away until another thing was focused.
const hush = marker => {
  marker.classList.add("otr-quiet");
  marker.addEventListener("blur", () => marker.classList.remove("otr-quiet"), { once: true });
};

function started() {
  const page = { send: null, go: null, redraw: null, closes: false, question: null, holds: false, mark: null, shows: "", follows: false, from: null, touched: null, returns: null, pressed: null, anchor: null, asks: false, told: null, actedAt: null, markedAt: null };

  // What was chosen while another page was still being drawn is heard by the page before, which is gone: it is kept
  // until its effect is seen, and told again to whoever takes the place.
  const tell = (send, name, value) => {
    const told = { send, name, value, at: location.href };
    page.told = told;
    send(name, value);
    for (const wait of AGAIN) setTimeout(() => page.told === told && drawn() && toldAgain(told), wait);
  };
  // Whoever is mounted now hears it; a page left in the meantime has nothing more to hear.
  const toldAgain = told => {
    const send = told.name === "opened" ? page.send : page.go;
    if (send && told.at === location.href) send(told.name, told.value);
  };
  const heard = () => {
    const shown = new URLSearchParams(location.search).get("name");
    if (page.told && (page.told.name === "opened" ? panel() : page.told.value === shown)) page.told = null;
  };

  const holdQuestion = () => {
    const all = document.querySelectorAll(".otr-question");
    const last = all[all.length - 1];
    if (!last) { page.question = null; return; }
    if (last.dataset.question !== page.question) { page.question = last.dataset.question; page.holds = true; }
    const scrolls = main();
    if (!page.holds || !scrolls) return;
    const header = find('[data-testid="stHeader"]')?.getBoundingClientRect().height ?? 0;
    const away = last.getBoundingClientRect().top - scrolls.getBoundingClientRect().top - header - 8;
    if (Math.abs(away) > 1) scrolls.scrollTop += away;
  };

  const holdMark = () => {
    const mark = document.getElementById("citation");
    // A page of the original without the words is turned to: the source is still open.
    if (!mark) { if (page.mark && !find(".otr-sheet")) left(); return; }
    if (mark !== page.mark) {
      const isFirst = !page.mark, shows = `${location.href} ${mark.getAttribute("aria-label")} ${mark.textContent}`;
      // Drawn again on a document's page, as when its summary is opened above, the words do not pull the reader back.
      const isAgain = !panel() && shows === page.shows;
      // Nor where the reader has turned to something else before they were drawn.
      const isLate = !panel() && page.markedAt !== location.href && page.actedAt === location.href;
      page.mark = mark;
      page.shows = shows;
      page.markedAt = location.href;
      page.follows ||= !isAgain && !isLate;
      if (panel()) { if (isFirst) history.pushState({ source: true }, ""); keepPlace(); }
    }
    if (!page.follows) return;
    const beside = mark.closest(".st-key-otr-panel");
    const scrolls = beside ?? main();
    if (!scrolls) return;
    const sheet = mark.closest(".otr-sheet"), words = mark.getBoundingClientRect(), seen = sheet?.getBoundingClientRect();
    const top = words.top - scrolls.getBoundingClientRect().top, before = scrolls.scrollTop;
    // Where the words are seen from the beginning, the beginning stays.
    const isSeen = (sheet || !beside) && top + before + words.height < 0.8 * scrolls.clientHeight;
    const covered = beside?.querySelector(".st-key-otr-panel-top")?.getBoundingClientRect().height ?? 0;
    const away = isSeen ? -before : top - Math.max(scrolls.clientHeight / 3, covered + 24);
    if (Math.abs(away) > 1) scrolls.scrollTop += away;
    if (sheet && (words.left < seen.left || words.right > seen.right))
      sheet.scrollLeft += Math.min((words.left + words.right - seen.left - seen.right) / 2, words.left - seen.left - 12);
    if (scrolls.scrollTop !== before || document.activeElement !== mark) {
      mark.focus({ preventScroll: true });
    }
  };

  // The panel beside the answer makes it narrower: what was clicked stays where it was.
  const keepPlace = () => {
    const marker = markerAt(page.from);
    const scrolls = main();
    if (!marker || !scrolls || page.anchor === null) return;
    page.holds = false;
    scrolls.scrollTop += marker.getBoundingClientRect().top - page.anchor;
    page.anchor = null;
  };

  // Also where the answer is drawn again, and its marker is another, until the reader goes elsewhere.
  const returnFocus = () => {
    const at = document.activeElement;
    if (page.returns === null || (at && at !== document.body && !at.closest(".st-key-otr-panel"))) return;
    const marker = markerAt(page.returns);
    // Without its words over what is read next: they were seen.
    if (marker) hush(marker);
    (marker ?? page.touched)?.focus({ preventScroll: true });
  };

  // What takes the place of a button in an open menu is gone on from: its focus would begin at the page's top again.
  const goOnInMenu = () => {
    if (document.activeElement === document.body) find('[data-testid="stPopoverBody"] button[data-copies]')?.focus();
  };

  // Back to where the source was opened from.
  const left = () => {
    page.mark = null;
    if (!find(".st-key-otr-page")) page.shows = "";
    page.returns = page.from ?? { name: "", at: 0 };
    returnFocus();
    page.from = null;
    // Not where another page is opened: going back would undo that.
    if (page.closes && history.state?.source) history.back();
    page.closes = false;
  };

  // At once, before what changed is painted: a frame later the page would be seen to jump.
  const hold = () => { heard(); holdQuestion(); holdMark(); returnFocus(); goOnInMenu(); arrive(); };
  const grows = new ResizeObserver(hold);
  new MutationObserver(() => {
    for (const each of document.querySelectorAll(".st-key-otr-chat, .otr-document, .st-key-otr-page"))
      grows.observe(each);
    hold();
  }).observe(document.body, { childList: true, subtree: true, characterData: true });

  const acted = target => {
    if (target.closest?.(".st-key-otr-panel")) page.follows = false;
    else if (target.closest?.('[data-testid="stMain"]')) {
      page.holds = false;
      page.actedAt = location.href;
      if (!panel()) page.follows = false;
    }
  };
  // What opened a source that no marker did: a table's row.
  addEventListener("pointerdown", event => {
    page.returns = page.told = null;
    const table = event.target.closest?.('[data-testid="stDataFrame"]');
    if (table) page.touched = table.querySelector("canvas[tabindex]");
  }, { capture: true, passive: true });
  // A page that is drawn again, or moves, under a pointer that stays takes away what was pressed, and no click is heard:
  // what was pressed is clicked all the same.
  addEventListener("pointerdown", event => {
    const on = event.isPrimary && event.button === 0 && event.target.closest?.(PRESSABLE);
    page.pressed = on ? { on, place: on.matches("a.otr-marker") ? placeOf(on) : null, x: event.clientX, y: event.clientY } : null;
  }, { capture: true, passive: true });
  addEventListener("pointerup", event => {
    const pressed = page.pressed;
    page.pressed = null;
    if (!pressed || pressed.on.contains(event.target) || Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > STILL) return;
    const now = pressed.on.isConnected ? pressed.on : markerAt(pressed.place);
    now?.click();
  }, { capture: true, passive: true });
  for (const way of WAYS)
    addEventListener(way, event => acted(event.target), { capture: true, passive: true });

  document.addEventListener("click", event => {
    const marker = event.target.closest("a.otr-marker");
    if (marker && page.send && !(event.ctrlKey || event.metaKey || event.shiftKey)) {
      event.preventDefault();
      page.from = placeOf(marker);
      page.anchor = marker.getBoundingClientRect().top;
      page.follows = true;
      tell(page.send, "opened", marker.dataset.opens);
      hold();
    }
    if (event.target.closest(".st-key-close-source button")) page.closes = true;
    const person = event.target.closest("a[data-person]");
    if (person && page.go && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      tell(page.go, "person", person.dataset.person);
    }
    const copies = event.target.closest("button[data-copies]");
    if (copies) copy(copies);
    // A menu that covers the page closes when something in it was chosen.
    const chosen = event.target.closest('[data-testid="stSidebarNavLink"], [class*="st-key-open-chat-"] button, .st-key-new-chat button');
    if (chosen && matchMedia(MENU_COVERS).matches)
      setTimeout(() => press('[data-testid="stSidebarCollapseButton"] button'), 0);
    if (event.target.closest("#otr-keys [data-closes]")) event.target.closest("dialog").close();
  });

  document.addEventListener("keydown", event => {
    page.returns = page.told = null;
    if (SCROLL_KEYS.has(event.key) && !typing(event.target)) acted(event.target);
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Escape") return escaped(event);
    if (typing(event.target) || find("#otr-keys[open]")) return;
    const does = {
      "/": ask,
      "?": () => find("#otr-keys")?.showModal(),
      n: () => press(".st-key-new-chat button:not(:disabled)"),
      ArrowLeft: () => press(".st-key-previous-source button:not(:disabled)"),
      k: () => press(".st-key-previous-hit button:not(:disabled)"),
      j: () => press(".st-key-next-hit button:not(:disabled)"),
      ArrowRight: () => press(".st-key-next-source button:not(:disabled)"),
    }[event.key];
    if (!does || (event.key.startsWith("Arrow") && (!panel() || event.target.closest('[role="tab"], [role="slider"], [role="grid"], canvas')))) return;
    event.preventDefault();
    does();
  });

  // Where nothing can be asked the way leads to the chat, whose box has the focus when it is there.
  const ask = () => {
    const box = find(ASK);
    page.asks = !box;
    if (box) box.focus();
    else press('[data-testid="stSidebarNavLink"]');
  };
  const arrive = () => {
    const box = page.asks && find(ASK);
    if (!box) return;
    page.asks = false;
    box.focus();
  };

  // The nearest thing closes: a menu or the list of keys closes itself, then words that are pointed at, then the source.
  const escaped = event => {
    if (find('#otr-keys[open], [data-testid="stPopoverBody"], [role="dialog"], [role="listbox"]')) return;
    const tip = document.activeElement?.closest?.("a.otr-marker");
    if (tip && !tip.classList.contains("otr-quiet")) {
      hush(tip);
      if (!panel()) return;
    }
    // A menu that covers the page lies above the source.
    const covers = matchMedia(MENU_COVERS).matches && find('[data-testid="stSidebar"][data-collapsed="false"]');
    if (covers ? press('[data-testid="stSidebarCollapseButton"] button') : close()) event.preventDefault();
  };

  // Streamlit remembers that the menu was open; on a phone it would cover the page that a link leads to.
  if (matchMedia(MENU_COVERS).matches && !performance.eventCounts?.get("click"))
    press('[data-testid="stSidebar"][data-collapsed="false"] [data-testid="stSidebarCollapseButton"] button');

  addEventListener("popstate", () => { if (panel()) close(); });

  const copy = async button => {
    const said = button.dataset.label ?? button.textContent;
    button.dataset.label = said;
    const isDone = await copied(button.dataset.copies);
    button.textContent = isDone ? "Copied ✓" : "Not copied";
    const status = button.parentElement.querySelector("[role=status]");
    if (status) status.textContent = isDone ? `${said}: done` : "The browser did not allow copying";
    setTimeout(() => { button.textContent = said; if (status) status.textContent = ""; }, 2500);
  };

  // Menus are drawn outside the app's own element, which alone knows whether it is light or dark; and what was drawn in
  // one theme, as charts are, is drawn again in the other.
  const follow = () => {
    const app = find(".stApp"), root = document.documentElement.style;
    const scheme = app && getComputedStyle(app).colorScheme, before = root.colorScheme;
    if (!scheme || scheme === before) return;
    root.colorScheme = scheme;
    if (before && page.redraw && find('[data-testid="stVegaLiteChart"]')) page.redraw("scheme", scheme);
  };
  new MutationObserver(follow).observe(find(".stApp"), { attributes: true });
  return { page, hold, follow };
}

// Without https a browser has no clipboard for pages, only the older way through a selection.
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = Object.assign(document.createElement("textarea"), { value: text });
    field.style.cssText = "position:fixed;opacity:0";
    document.body.append(field);
    field.select();
    const isDone = document.execCommand("copy");
    field.remove();
    return isDone;
  }
}

export default function ({ setTriggerValue, data }) {
  const { page, hold, follow } = (window.onTheRecord ??= started());
  page.send = data?.opens ? setTriggerValue : null;
  page.go = page.redraw = setTriggerValue;
  const told = page.told;
  if (told && told.send !== setTriggerValue && told.at === location.href && (told.name !== "opened" || page.send)) {
    page.told = null;
    setTriggerValue(told.name, told.value);
  }
  follow();
  hold();
}
