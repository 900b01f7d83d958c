"use strict";

/*
 * Around the library that shows the program: what it connects to, why it was disconnected, and its
 * styles, which the page's policy lets in from files and from scripts but not from elements.
 */
(() => {
  const ends = {
    1001: ["The server has been ended", "Begin again once it runs."],
    1009: ["That was too much at once", "Less can be pasted at a time."],
    4000: ["You have left", "The conversation was not kept."],
    4001: ["Nothing was typed for a while", "So the conversation was ended, to make room."],
    4002: ["All places are taken", "Try again in a while."],
    4003: ["The program has stopped", "Whoever serves this page can see why."],
  };
  const lost = [
    "The connection is lost",
    "The conversation was not kept. This page looks for the server by itself; leave it open.",
  ];
  const link = document.body.dataset.link;
  const light = matchMedia("(prefers-color-scheme: light)").matches;

  // What the library would take from the address is not for whoever wrote the link to say.
  history.replaceState(null, "", `/${link}`);

  const Socket = window.WebSocket;
  window.WebSocket = class extends Socket {
    constructor(url) {
      const wanted = new URL(url, location.href);
      for (const [name, value] of new URLSearchParams(link)) wanted.searchParams.set(name, value);
      if (light) wanted.searchParams.set("light", "1");
      super(wanted);
      this.addEventListener("close", (event) => tell(event.code));
    }

    send(message) {
      if (this.readyState === Socket.OPEN) super.send(message);
    }
  };

  const create = document.createElement.bind(document);
  document.createElement = (name, options) => {
    if (name !== "style") return create(name, options);
    const sheet = new CSSStyleSheet();
    document.adoptedStyleSheets.push(sheet);
    const inert = create("template");
    Object.defineProperty(inert, "textContent", { set: (css) => sheet.replaceSync(css) });
    inert.appendChild = (node) => sheet.replaceSync(node.data);
    return inert;
  };

  const EVERY = 3000;

  function tell(code) {
    const [head, told] = ends[code] ?? lost;
    document.querySelector("#ended-head").textContent = head;
    document.querySelector("#ended-told").textContent = told;
    if (code in ends && code !== 1001) offer();
    else look();
  }

  // Nothing can begin again before the server is there again.
  async function look() {
    const button = document.querySelector("#again");
    button.disabled = true;
    button.textContent = "Waiting for the server …";
    try {
      await fetch("/static/icon.svg", { cache: "no-store", method: "HEAD" });
    } catch {
      setTimeout(look, EVERY);
      return;
    }
    document.querySelector("#ended-told").textContent = "The server is there again.";
    offer();
  }

  function offer() {
    const button = document.querySelector("#again");
    button.disabled = false;
    button.textContent = "Begin a new conversation";
    setTimeout(() => button.focus());
  }

  document.querySelector("#again").addEventListener("click", () => location.reload());

  const scheme = location.protocol === "https:" ? "wss:" : "ws:";
  document.querySelector("#terminal").dataset.sessionWebsocketUrl = `${scheme}//${location.host}/ws`;

  // Cells are measured once, so the font has to be there first.
  addEventListener("DOMContentLoaded", async () => {
    const begin = window.onload;
    window.onload = null;
    const weights = [400, 700].map((each) => document.fonts.load(`${each} 14px "Roboto Mono"`));
    await Promise.allSettled(weights);
    begin();
    document.querySelector(".xterm-helper-textarea")?.focus();
  });
})();
