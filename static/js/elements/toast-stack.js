// <toast-stack id="toasts" role="status">: each message leaves after a while, later when it can be
// undone; never while the pointer or the focus is on the stack. What is said twice is shown once.
const SHOWN_FOR = 5000;
const SHOWN_FOR_UNDO = 12000;

class ToastStack extends HTMLElement {
  timers = new Map();

  connectedCallback() {
    this.watcher = new MutationObserver(this.follow);
    this.watcher.observe(this, { childList: true });
    this.addEventListener("click", this.dismiss);
    for (const name of ["pointerenter", "focusin"]) this.addEventListener(name, this.pause);
    for (const name of ["pointerleave", "focusout"]) this.addEventListener(name, this.resume);
    this.resume();
  }

  disconnectedCallback() {
    this.watcher.disconnect();
    this.pause();
  }

  follow = () => {
    const said = new Map();
    for (const toast of this.querySelectorAll(".toast")) {
      const words = toast.querySelector(".toast-words").textContent.trim();
      const key = `${words} ${toast.querySelector("form")?.action}`;
      if (said.has(key)) this.drop(said.get(key));
      said.set(key, toast);
    }
    this.resume();
  };

  pause = () => {
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
  };

  resume = () => {
    if (this.matches(":hover, :focus-within")) return;
    for (const toast of this.querySelectorAll(".toast")) {
      toast.querySelector(".toast-close").hidden = false;
      if (this.timers.has(toast)) continue;
      const time = toast.querySelector(".toast-undo") ? SHOWN_FOR_UNDO : SHOWN_FOR;
      this.timers.set(
        toast,
        setTimeout(() => this.drop(toast), time),
      );
    }
  };

  drop(toast) {
    clearTimeout(this.timers.get(toast));
    this.timers.delete(toast);
    toast.remove();
  }

  dismiss = (event) => {
    const toast = event.target.closest(".toast-close")?.closest(".toast");
    if (toast) this.drop(toast);
  };
}

customElements.define("toast-stack", ToastStack);
