// <modal-dialog> around a <dialog> with one empty box, the target of htmx: opens when content
// arrives in the box, empties it when closed, and gives the focus back to where it was. An answer
// that is a whole page is shown as a page. Buttons with value="close" close it.
class ModalDialog extends HTMLElement {
  connectedCallback() {
    this.dialog = this.querySelector("dialog");
    this.box = this.dialog.firstElementChild;
    this.watcher = new MutationObserver(this.follow);
    this.watcher.observe(this.box, { childList: true });
    this.dialog.addEventListener("close", this.clear);
    this.addEventListener("click", this.press);
    document.addEventListener("htmx:beforeSwap", this.check);
  }

  disconnectedCallback() {
    this.watcher.disconnect();
    document.removeEventListener("htmx:beforeSwap", this.check);
  }

  check = (event) => {
    const { target, serverResponse, requestConfig } = event.detail;
    if (target !== this.box || !/^\s*<!doctype/i.test(serverResponse)) return;
    event.detail.shouldSwap = false;
    location.assign(requestConfig.path);
  };

  follow = () => {
    if (!this.box.childElementCount) return this.dialog.close();
    this.name();
    if (this.dialog.open) return;
    this.before = document.activeElement;
    this.dialog.showModal();
    this.box.querySelector("[autofocus]")?.focus();
  };

  name() {
    const title = this.box.querySelector("h1, h2");
    if (title) this.dialog.setAttribute("aria-label", title.textContent.trim());
  }

  press = (event) => {
    const isOutside = event.target === this.dialog && event.detail > 0 && !this.inside(event);
    const isClose = event.target.closest('button[type="button"][value="close"]');
    if (isOutside || isClose) this.dialog.close();
  };

  inside({ clientX, clientY }) {
    const { left, right, top, bottom } = this.dialog.getBoundingClientRect();
    return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
  }

  clear = () => {
    this.box.replaceChildren();
    this.before?.isConnected && this.before.focus();
  };
}

customElements.define("modal-dialog", ModalDialog);
