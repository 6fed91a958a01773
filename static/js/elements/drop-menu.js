// <drop-menu><details class="menu">…</details></drop-menu>: closes on Escape, on a click elsewhere
// and when the focus leaves; arrows walk through its links and buttons.
class DropMenu extends HTMLElement {
  connectedCallback() {
    document.addEventListener("click", this.leave);
    this.addEventListener("focusout", this.leave);
    this.addEventListener("keydown", this.walk);
  }

  disconnectedCallback() {
    document.removeEventListener("click", this.leave);
  }

  get details() {
    return this.querySelector("details");
  }

  leave = (event) => {
    const next = event.type === "focusout" ? event.relatedTarget : event.target;
    if (next && !this.contains(next)) this.details.open = false;
  };

  walk = (event) => {
    if (event.key === "Escape" && this.details.open) {
      event.stopPropagation();
      this.details.open = false;
      this.querySelector("summary").focus();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !this.details.open) return;
    event.preventDefault();
    const items = [...this.querySelectorAll(".menu-list :is(a, button)")];
    const at = items.indexOf(document.activeElement);
    items.at((at + step + (at < 0 && step < 0 ? 1 : 0)) % items.length)?.focus();
  };
}

customElements.define("drop-menu", DropMenu);
