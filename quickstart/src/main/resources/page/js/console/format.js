// Numbers and times as people read them.

const COUNT = new Intl.NumberFormat("en");
const CLOCK = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", second: "2-digit" });

export const NOTHING = "–";

export const count = (number) => COUNT.format(number);

export const clock = (millis) => CLOCK.format(new Date(millis));

export function rate(perSecond) {
  return `${perSecond > 0 && perSecond < 10 ? perSecond.toFixed(1) : Math.round(perSecond)}/s`;
}

export function millis(value) {
  if (value === null || value === undefined || value < 0) {
    return NOTHING;
  }
  if (value < 1000) {
    return `${Math.round(value)} ms`;
  }
  if (value < 60_000) {
    return `${(value / 1000).toFixed(value < 9950 ? 1 : 0)} s`;
  }
  return value < 3_600_000 ? `${Math.round(value / 60_000)} min` : `${Math.round(value / 3_600_000)} h`;
}

export const percent = (share) => (share === null || share === undefined ? NOTHING : `${Math.round(share)} %`);
