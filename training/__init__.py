"""Draws plates, trains the detector and the reader, exports them to models/. See docs/training.md."""
