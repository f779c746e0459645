"""Plates drawn from the format files, and what light, lenses, dust and codecs do to them."""
