/* Remembers how pages are shown, and reads them aloud. Every page works without it.
   Runs before the page is drawn, so that no wrong theme flashes up. */
(() => {
  "use strict";
  const root = document.documentElement;
  const KINDS = ["theme", "text", "pictures"];

  const kept = (kind) => {
    try {
      const value = localStorage.getItem("atlas-" + kind);
      return value && /^[a-z0-9.]+$/.test(value) ? value : null;
    } catch {
      return null; // storage is switched off: the choice then holds for one page
    }
  };
  const keep = (kind, value) => {
    try {
      if (value) localStorage.setItem("atlas-" + kind, value);
      else localStorage.removeItem("atlas-" + kind);
    } catch {
      /* as above */
    }
  };
  const show = (kind, value) => {
    if (value) root.dataset[kind] = value;
    else delete root.dataset[kind];
  };

  root.dataset.script = "";
  if ("speechSynthesis" in window) root.dataset.voice = "";
  const recall = () => KINDS.forEach((kind) => show(kind, kept(kind)));
  recall();

  const valueOf = (input) => {
    if (input.type === "checkbox") return input.checked ? input.value : null;
    return input.value === "auto" ? null : input.value;
  };
  const setDisplay = () => {
    for (const kind of KINDS) {
      for (const input of document.querySelectorAll(`.display input[name="${kind}"]`)) {
        input.checked = input.value === (kept(kind) || "auto");
      }
    }
  };
  const watchDisplay = (panel) => {
    setDisplay();
    panel.addEventListener("change", ({ target }) => {
      keep(target.name, valueOf(target));
      show(target.name, valueOf(target));
    });
    // Another tab, or a page taken out of the browser's memory, follows the latest choice.
    const again = () => { recall(); setDisplay(); };
    addEventListener("storage", again);
    addEventListener("pageshow", again);
  };

  const READ = "h1, section > h2, .lead-p > span, .who, .glance dt, .told, .stop";
  const NOT_READ = ".cite, .contribute, details:not([open])";
  const watchListen = (box) => {
    const voice = window.speechSynthesis;
    const button = box.querySelector(".start");
    const said = box.parentElement.querySelector("[role=status]");
    const speed = box.querySelector("select");
    let queue = [];
    let at = 0;
    let turn = 0; // utterances of an earlier turn end without effect

    const label = () => {
      const state = !("on" in box.dataset) ? "start" : voice.paused ? "resume" : "pause";
      button.textContent = button.dataset[state];
    };
    const finish = () => {
      turn += 1;
      voice.cancel();
      voice.resume();
      delete box.dataset.on;
      label();
    };
    const next = () => {
      if (at >= queue.length) return finish();
      const mine = turn;
      const words = new SpeechSynthesisUtterance(queue[at]);
      words.lang = root.lang;
      words.rate = Number(speed.value);
      words.onend = () => { if (mine === turn) { at += 1; next(); } };
      words.onerror = () => {
        if (mine !== turn) return;
        said.textContent = box.dataset.failed;
        finish();
      };
      voice.speak(words);
    };
    button.addEventListener("click", () => {
      said.textContent = "";
      if (!("on" in box.dataset)) {
        queue = [...document.querySelectorAll("article :is(" + READ + ")")]
          .filter((e) => !e.closest(NOT_READ))
          .map((e) => e.textContent.replace(/\s+/g, " ").trim())
          .filter(Boolean);
        at = 0;
        box.dataset.on = "";
        next();
      } else if (voice.paused) voice.resume();
      else voice.pause();
      label();
    });
    box.querySelector(".stop-it").addEventListener("click", () => { finish(); button.focus(); });
    speed.value = kept("speed") || speed.value;
    speed.addEventListener("change", () => {
      keep("speed", speed.value);
      if (!("on" in box.dataset)) return;
      turn += 1;
      voice.cancel();
      voice.resume();
      next(); // the same sentence again, at the new speed
      label();
    });
    addEventListener("pagehide", () => voice.cancel());
  };

  addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll(".display").forEach(watchDisplay);
    if ("voice" in root.dataset) document.querySelectorAll(".listen").forEach(watchListen);
    for (const button of document.querySelectorAll(".print-it")) {
      button.addEventListener("click", () => print());
    }
  });

  // A link into a fold opens it, also in browsers that do not do so by themselves.
  const reveal = () => {
    const place = document.getElementById(location.hash.slice(1));
    let opened = false;
    for (let fold = place; (fold = fold?.parentElement?.closest("details")); ) {
      opened ||= !fold.open;
      fold.open = true;
    }
    if (opened) place.scrollIntoView();
  };
  addEventListener("DOMContentLoaded", reveal);
  addEventListener("hashchange", reveal);

  // What Quick folds is printed, also by browsers whose style sheets cannot open a fold.
  const opened = [];
  addEventListener("beforeprint", () => {
    for (const fold of document.querySelectorAll(".fold:not([open])")) {
      fold.open = true;
      opened.push(fold);
    }
  });
  addEventListener("afterprint", () => {
    for (const fold of opened.splice(0)) fold.open = false;
  });
})();
