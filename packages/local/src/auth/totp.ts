import { Secret, TOTP } from "otpauth";
import QRCode from "qrcode";

const period = 30;

/** A new secret: 160 random bits, as RFC 4226 advises. */
export function newTotpSecret(): Buffer {
  return Buffer.from(new Secret({ size: 20 }).bytes);
}

/** The secret in base32, to be typed into an authenticator. */
export function base32(secret: Buffer): string {
  return secretOf(secret).base32;
}

/** The address that an authenticator reads from the QR code. */
export function totpUri(secret: Buffer, issuer: string, label: string): string {
  return totp(secret, issuer, label).toString();
}

/**
 * The time step whose code this is: the present one, or one to either side for clocks that are off.
 * Null when the code is wrong.
 */
export function matchingStep(secret: Buffer, code: string, now = Date.now()): number | null {
  if (!/^\d{6}$/.test(code)) {
    return null;
  }
  const delta = totp(secret, "", "").validate({ token: code, timestamp: now, window: 1 });
  return delta === null ? null : Math.floor(now / 1000 / period) + delta;
}

/**
 * A QR code as SVG. It holds neither `#` nor double quotes, so that it works as it is and behind
 * the `data:` prefix that the client library puts before it.
 */
export function qrSvg(text: string): string {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: "M" });
  const quiet = 4;
  const side = modules.size + 2 * quiet;
  let path = "";
  for (let y = 0; y < modules.size; y += 1) {
    for (let x = 0; x < modules.size; x += 1) {
      if (modules.get(y, x)) {
        path += `M${x + quiet} ${y + quiet}h1v1h-1z`;
      }
    }
  }
  return `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${side} ${side}' width='256' height='256' shape-rendering='crispEdges'><path fill='white' d='M0 0h${side}v${side}H0z'/><path fill='black' d='${path}'/></svg>`;
}

function totp(secret: Buffer, issuer: string, label: string): TOTP {
  return new TOTP({
    issuer,
    label,
    secret: secretOf(secret),
    algorithm: "SHA1",
    digits: 6,
    period,
  });
}

function secretOf(secret: Buffer): Secret {
  // A copy: small buffers of Node share one big piece of memory.
  return new Secret({ buffer: Uint8Array.from(secret).buffer });
}
