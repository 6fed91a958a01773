// <key-nav>: presses what carries data-key="l" or data-key="g p" (two keys, one after the other),
// and walks with j and k through the links marked data-row. ? opens the list of keys, which stands at
// data-keys, in the dialog. Off when <body data-shortcuts="off">.
const SECOND_KEY_WITHIN = 1200;
const TYPING = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";

class KeyNav extends HTMLElement {
  first = "";

  connectedCallback() {
    document.addEventListener("keydown", this.press);
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
    document.removeEventListener("keydown", this.press);
  }

  press = (event) => {
    const isCommand = event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented;
    if (isCommand || document.body.dataset.shortcuts === "off") return;
    if (event.target.closest?.(TYPING) || document.querySelector("dialog:modal")) return;
    const keys = this.first ? `${this.first} ${event.key}` : event.key;
    const target = document.querySelector(`[data-key="${CSS.escape(keys)}"]`);
    this.remember(target ? "" : event.key);
    if (target) this.use(target, event);
    else if (keys === "?") htmx.ajax("GET", this.dataset.keys, { target: "#dialog" });
    else if (event.key === "j" || event.key === "k") this.walk(event.key === "j" ? 1 : -1);
  };

  remember(key) {
    clearTimeout(this.timer);
    const starts = document.querySelector(`[data-key^="${CSS.escape(key)} "]`);
    this.first = key && starts ? key : "";
    if (this.first) {
      this.timer = setTimeout(() => {
        this.first = "";
      }, SECOND_KEY_WITHIN);
    }
  }

  use(target, event) {
    event.preventDefault();
    if (!target.matches(TYPING)) return target.click();
    target.focus();
    target.select?.();
  }

  walk(step) {
    const rows = [...document.querySelectorAll("[data-row]")];
    const at = rows.indexOf(document.activeElement.closest("[data-row]"));
    const next = Math.max(0, Math.min(rows.length - 1, at + step));
    rows[next]?.focus();
  }
}

customElements.define("key-nav", KeyNav);
