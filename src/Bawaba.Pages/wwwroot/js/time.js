// The server's clock as this browser can know it, and how spans are written. Used by clock, ages and countdowns.
// Promises: a browser whose clock is wrong still shows right ages, because only differences of its clock are used.
import { t } from "./texts.js";

const written = document.querySelector("bawaba-clock")?.dataset.now;
const servedAt = written ? Date.parse(written) : Date.now();
const loadedAt = performance.now();
let offset = servedAt - loadedAt;

/** The server's time now, in milliseconds since 1970. */
export function serverNow() {
  return performance.now() + offset;
}

/** Tells the server's time as just heard; small differences are the road, not the clock. */
export function hearServerTime(milliseconds) {
  if (Number.isFinite(milliseconds) && Math.abs(milliseconds - serverNow()) > 1500) {
    offset = milliseconds - performance.now();
  }
}

/** "12 s", "4 min", "2 h". */
export function ageText(milliseconds) {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  if (seconds < 60) {
    return t("age.seconds", seconds);
  }
  return seconds < 3600 ? t("age.minutes", Math.floor(seconds / 60)) : t("age.hours", Math.floor(seconds / 3600));
}

const clockFormat = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Africa/Tripoli", hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23",
});

/** 14:05:09 in Libya. */
export function clockText(milliseconds) {
  return clockFormat.format(milliseconds);
}
