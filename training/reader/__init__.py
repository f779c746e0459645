"""What stands on a plate: one network on a rectified gray crop, a character a slot."""
