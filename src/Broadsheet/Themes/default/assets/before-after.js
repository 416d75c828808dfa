// Lays the two pictures of a comparison over each other and uncovers the one or the other: by mouse, finger or keyboard.
// Where they differ in shape there is no data-label and nothing is laid over; in print and without this script they stand side by side.
const arrows = '<svg viewBox="0 0 44 44"><path d="m17 15-7 7 7 7M27 15l7 7-7 7"/></svg>';

const make = (name, properties, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

class BeforeAfter extends HTMLElement {
  connectedCallback() {
    if (!this.dataset.label || this.range) return;

    this.whens = [...this.querySelectorAll(':scope > figure .when')].map((when) => when.textContent);
    this.range = make('input', { type: 'range', min: 0, max: 100, value: 50, ariaLabel: this.dataset.label });
    this.range.addEventListener('input', () => this.uncover());

    const handle = make('span', { className: 'handle', ariaHidden: 'true', innerHTML: arrows });
    const labels = this.whens.map((when) => make('span', { className: 'label-when', ariaHidden: 'true' }, when));
    this.frame = make('div', { className: 'glass' }, this.range, handle, ...labels);
    this.frame.addEventListener('pointerdown', (event) => this.grasp(event));
    this.frame.addEventListener('pointermove', (event) => this.frame.hasPointerCapture(event.pointerId) && this.drag(event));
    this.append(this.frame);
    this.classList.add('is-live');
    this.uncover();
  }

  grasp(event) {
    if (event.button !== 0) return;
    this.frame.setPointerCapture(event.pointerId);
    this.range.focus({ preventScroll: true });
    this.drag(event);
    event.preventDefault();
  }

  drag(event) {
    const box = this.frame.getBoundingClientRect();
    const across = ((event.clientX - box.x) / box.width) * 100;
    this.range.value = this.matches(':dir(rtl)') ? 100 - across : across;
    this.uncover();
  }

  uncover() {
    const at = this.range.valueAsNumber;
    this.style.setProperty('--at', `${at}%`);
    this.range.ariaValueText = [`${this.whens[0] ?? ''} ${at} %`, `${this.whens[1] ?? ''} ${100 - at} %`].join(', ');
  }
}

customElements.define('before-after', BeforeAfter);
