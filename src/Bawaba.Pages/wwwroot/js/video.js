// <bawaba-video data-live-src data-viewer>: a camera's live video, after a person asked for it: pieces of fragmented MP4
// over a WebSocket into Media Source Extensions. Nothing is kept but the last seconds. Promises: it says when it is not
// live; who falls behind catches up by playing faster, and far behind by jumping.
// For tests: data-state off, connecting, playing, ended; data-gap seconds behind; data-first milliseconds to the first picture.
import { t } from "./texts.js";
import { watermark } from "./watermark.js";

const keptSeconds = 5;
const fasterBehindSeconds = 0.5;
const jumpBehindSeconds = 2.5;
const edgeSeconds = 0.15;
const mostWaiting = 400;

class LiveVideo extends HTMLElement {
  #socket = null;
  #source = null;
  #buffer = null;
  #waiting = [];
  #video = null;
  #line = null;
  #beganAt = 0;
  #mime = "";
  #skipped = 0;

  connectedCallback() {
    this.dataset.state = "off";
    this.querySelector("button").addEventListener("click", () => this.#socket ? this.#stop(null) : this.#start());
    addEventListener("pagehide", () => this.#stop(null));
  }

  #start() {
    this.#beganAt = performance.now();
    this.#skipped = 0;
    this.#video = document.createElement("video");
    Object.assign(this.#video, { muted: true, autoplay: true, playsInline: true });
    this.#video.addEventListener("timeupdate", () => this.#follow());
    this.#video.requestVideoFrameCallback?.(() => this.#firstPicture());
    this.#line = document.createElement("p");
    this.#line.className = "age";
    const stage = document.createElement("div");
    stage.className = "stage";
    stage.append(this.#video, watermark(this.dataset.viewer), this.#line);
    this.prepend(stage);
    this.#button("video.stop");
    this.#say("connecting", t("video.connecting"));
    const scheme = location.protocol === "https:" ? "wss:" : "ws:";
    this.#socket = new WebSocket(`${scheme}//${location.host}${this.dataset.liveSrc}`);
    this.#socket.binaryType = "arraybuffer";
    this.#socket.addEventListener("message", event => typeof event.data === "string" ? this.#hear(JSON.parse(event.data)) : this.#take(event.data));
    this.#socket.addEventListener("close", () => this.#stop("unreachable"));
  }

  #hear(word) {
    if (word.event === "head") {
      this.#begin(word.mime);
    } else if (word.event === "skipped") {
      this.#skipped++;
    } else if (word.event === "end") {
      this.#stop(word.reason);
    }
  }

  // A camera that changed how it codes sends a new head: everything begins again with it.
  #begin(mime) {
    if (!globalThis.MediaSource?.isTypeSupported(mime)) {
      this.#stop("codec");
      return;
    }
    this.#mime = mime;
    this.#waiting = [];
    this.#buffer = null;
    const source = this.#source = new MediaSource();
    if (this.#video.src) {
      URL.revokeObjectURL(this.#video.src);
    }
    this.#video.src = URL.createObjectURL(source);
    source.addEventListener("sourceopen", () => {
      if (source !== this.#source) {
        return;
      }
      this.#buffer = source.addSourceBuffer(this.#mime);
      this.#buffer.addEventListener("updateend", () => this.#feed());
      this.#feed();
    }, { once: true });
  }

  #take(bytes) {
    this.#waiting.push(bytes);
    if (this.#waiting.length > mostWaiting) {
      this.#stop("unreachable");
      return;
    }
    this.#feed();
  }

  #feed() {
    const buffer = this.#buffer;
    if (!buffer || buffer.updating || this.#source?.readyState !== "open") {
      return;
    }
    try {
      const { buffered } = buffer;
      if (buffered.length > 0 && buffered.end(buffered.length - 1) - buffered.start(0) > 3 * keptSeconds) {
        buffer.remove(buffered.start(0), buffered.end(buffered.length - 1) - keptSeconds);
      } else if (this.#waiting.length > 0) {
        buffer.appendBuffer(this.#waiting.shift());
      }
    } catch {
      this.#stop("codec");
      return;
    }
    this.#follow();
  }

  #follow() {
    const { buffered } = this.#video;
    if (buffered.length === 0) {
      return;
    }
    const end = buffered.end(buffered.length - 1);
    const start = buffered.start(buffered.length - 1);
    const behind = end - this.#video.currentTime;
    if (behind > jumpBehindSeconds || this.#video.currentTime < start) {
      this.#video.currentTime = Math.max(start, end - edgeSeconds);
    }
    this.#video.playbackRate = behind > fasterBehindSeconds ? 1.25 : 1;
    this.dataset.gap = Math.max(0, behind).toFixed(2);
    if (this.dataset.state === "playing") {
      this.#line.textContent = this.#skipped > 0 ? t("video.skipped", this.#skipped) : t("video.live");
    }
  }

  #firstPicture() {
    this.dataset.first = Math.round(performance.now() - this.#beganAt);
    this.#say("playing", t("video.live"));
  }

  #stop(reason) {
    const socket = this.#socket;
    if (!socket) {
      return;
    }
    this.#socket = null;
    this.#source = null;
    this.#buffer = null;
    this.#waiting = [];
    socket.close();
    if (this.#video.src) {
      URL.revokeObjectURL(this.#video.src);
    }
    this.#video.removeAttribute("src");
    this.#button("video.watch");
    if (reason === null) {
      this.querySelector(".stage")?.remove();
      this.dataset.state = "off";
    } else {
      // What stood still must not look live.
      this.#video.remove();
      this.#say("ended", t(`video.end.${reason}`));
      this.#line.parentElement.classList.add("over");
      setTimeout(() => this.dataset.state === "ended" && this.querySelector(".stage.over")?.remove(), 10_000);
    }
  }

  #button(key) {
    this.querySelector("button").textContent = t(key);
    this.querySelectorAll(".stage.over").forEach(stage => stage.remove());
  }

  #say(state, text) {
    this.dataset.state = state;
    this.#line.textContent = text;
  }
}

customElements.define("bawaba-video", LiveVideo);
