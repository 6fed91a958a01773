// <modal-dialog> around a <dialog> with one empty box, the target of htmx: opens when content
// arrives in the box, empties it when closed, and gives the focus back to where it was. An answer
// that is a whole page is shown as a page. Buttons with value="close" close it. What was typed and not
// sent outlives the closing: who asks for the same again finds it, and a click beside closes nothing.
class ModalDialog extends HTMLElement {
  connectedCallback() {
    this.dialog = this.querySelector("dialog");
    [this.hint, this.box] = this.dialog.children;
    this.watcher = new MutationObserver(this.follow);
    this.watcher.observe(this.box, { childList: true });
    this.dialog.addEventListener("close", this.clear);
    this.dialog.addEventListener("input", this.type);
    this.addEventListener("click", this.press);
    document.addEventListener("htmx:beforeSwap", this.check);
  }

  disconnectedCallback() {
    this.watcher.disconnect();
    document.removeEventListener("htmx:beforeSwap", this.check);
  }

  check = (event) => {
    const { target, serverResponse, requestConfig } = event.detail;
    if (target !== this.box) return;
    const { path, verb } = requestConfig;
    const isPage = /^\s*<!doctype/i.test(serverResponse);
    const isKept = verb === "get" && path === this.kept?.path && !this.dialog.open;
    if (isPage || isKept) event.detail.shouldSwap = false;
    if (isPage) location.assign(path);
    else if (isKept) this.box.replaceChildren(...this.kept.content);
    if (verb === "get") this.path = path;
    this.hint.hidden = !isKept;
  };

  type = () => {
    this.isTyped = true;
  };

  follow = () => {
    if (!this.box.childElementCount) return this.dialog.close();
    this.name();
    if (this.dialog.open) return;
    this.isTyped = !this.hint.hidden;
    this.kept = undefined;
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
    if (isClose || (isOutside && !this.isTyped)) this.dialog.close();
    if (event.target.closest('button[value="anew"]')) this.begin();
  };

  inside({ clientX, clientY }) {
    const { left, right, top, bottom } = this.dialog.getBoundingClientRect();
    return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
  }

  begin() {
    this.isTyped = false;
    this.hint.hidden = true;
    htmx.ajax("GET", this.path, { target: this.box });
  }

  clear = () => {
    const content = [...this.box.childNodes];
    this.kept = content.length && this.isTyped ? { path: this.path, content } : undefined;
    this.box.replaceChildren();
    this.before?.isConnected && this.before.focus();
  };
}

customElements.define("modal-dialog", ModalDialog);
