import { limits } from './limits.ts';

// The same rule as the server's: a list of what is allowed, so that no disguise of “javascript:” has to be known.
const disguises = /[\u0000-\u0020\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\\\ufeff]/;
const tracking = /^(utm_.*|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|yclid|_hsenc|_hsmi|oly_anon_id|oly_enc_id|vero_id|wickedid)$/i;

const isWeb = (address: string): boolean => /^https?:\/\/[^/?#]/i.test(address) && URL.canParse(address);

/** Whether a reader may be sent to an address by a click. */
export function allowsLink(href: string): boolean {
  if (href === '' || href.length > limits.address || disguises.test(href)) return false;
  if (href.startsWith('#')) return true;
  if (href.startsWith('/')) return !href.startsWith('//');
  return isWeb(href) || /^(mailto|tel):./i.test(href);
}

/** The address of an embed as the server keeps it, or null where it isn't a whole web address. */
export function embeddable(address: string): string | null {
  const trimmed = address.trim();
  if (disguises.test(trimmed) || !isWeb(trimmed)) return null;
  const whole = new URL(trimmed).href;
  return whole.length > limits.address ? null : whole;
}

/** An address as somebody typed or pasted it, made one that the server takes, without what only follows readers around; null where it can't be one. */
export function tidyLink(href: string): string | null {
  const typed = href.trim();
  const meant = /^[^\s/:?#@]+@[^\s/:?#@]+\.[^\s/:?#@]+$/.test(typed) ? `mailto:${typed}` : /^[\w-]+(\.[\w-]+)*\.[a-z]{2,}([/?#:]|$)/i.test(typed) ? `https://${typed}` : typed;
  const encoded = /^(https?:|\/(?!\/))/i.test(meant) ? meant.replace(/ /g, '%20') : meant;
  if (!allowsLink(encoded)) return null;
  const plain = untracked(unwrapped(encoded));
  return allowsLink(plain) ? plain : null;
}

/** Google Docs sends links through an address of its own. */
function unwrapped(href: string): string {
  const inner = /^https?:\/\/(www\.)?google\.com\/url\?/i.test(href) ? new URL(href).searchParams.get('q') : null;
  return inner && isWeb(inner) ? inner : href;
}

// By hand, so that nothing else of the address is written anew.
function untracked(href: string): string {
  const found = /^([^?#]*)\?([^#]*)(#.*)?$/.exec(href);
  if (!found) return href;
  const kept = (found[2] ?? '').split('&').filter((pair) => !tracking.test(pair.split('=')[0] ?? ''));
  return `${found[1]}${kept.length > 0 ? `?${kept.join('&')}` : ''}${found[3] ?? ''}`;
}
