// What every page runs: the clock, countdowns, fields for files, and on live pages the word on when the server was last heard.
import "./clock.js";
import "./countdown.js";
import "./file-field.js";
import "./heard.js";
