"""Where plates are: one network, a score and four corners a cell."""
