// The snapshot wall: every picture renews itself.
import "./snapshot.js";
