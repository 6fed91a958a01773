// <leave-guard>, once in the frame: before a page is left, the browser asks whoever has typed into a
// form that changes something and has not sent it.
class LeaveGuard extends HTMLElement {
  typed = new Set();

  connectedCallback() {
    document.addEventListener("input", this.note);
    document.addEventListener("submit", this.send);
    document.addEventListener("htmx:afterSwap", this.refuse);
    window.addEventListener("beforeunload", this.ask);
  }

  disconnectedCallback() {
    document.removeEventListener("input", this.note);
    document.removeEventListener("submit", this.send);
    document.removeEventListener("htmx:afterSwap", this.refuse);
    window.removeEventListener("beforeunload", this.ask);
  }

  note = ({ target: { form } }) => {
    if (form?.method === "post") this.typed.add(form);
  };

  send = ({ target }) => {
    this.typed.delete(target);
  };

  // A form that came back with its errors holds what was typed.
  refuse = ({ detail: { target, xhr } }) => {
    if (xhr.status !== 422) return;
    for (const form of target.querySelectorAll("form[method=post]")) this.typed.add(form);
  };

  ask = (event) => {
    if ([...this.typed].some(({ isConnected }) => isConnected)) event.preventDefault();
  };
}

customElements.define("leave-guard", LeaveGuard);
