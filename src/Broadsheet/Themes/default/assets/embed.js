// Shows what is embedded from another site when the reader asks for it, and asks that site for nothing before.
const show = (figure, address) => {
  const frame = document.createElement('iframe');
  frame.src = address.href;
  frame.title = figure.querySelector('figcaption')?.textContent.trim() || address.host;
  frame.allow = 'fullscreen; encrypted-media; picture-in-picture';
  frame.referrerPolicy = 'strict-origin-when-cross-origin';
  frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-popups allow-presentation');
  figure.querySelector(':scope > button').replaceWith(frame);
  figure.classList.add('is-shown');
  frame.focus();
};

for (const figure of document.querySelectorAll('figure[data-embed]')) {
  const address = new URL(figure.dataset.embed);
  // A frame of our own origin could step out of its sandbox: it stays a link.
  if (address.protocol !== 'https:' || address.origin === location.origin) continue;

  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = figure.dataset.show;
  button.addEventListener('click', () => show(figure, address), { once: true });
  figure.querySelector(':scope > a').after(button);
}
