// The page of one alert: the same work and the same keys as in the room.
import "./alert-workspace.js";
import "./page-keys.js";
