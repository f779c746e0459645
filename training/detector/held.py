"""The part of the train photos that teaches nothing: threshold and calibration are chosen on it. Photos of one text stay
together. Also the plates that are in the train photos without a label, found by an earlier detector and sorted by eye."""
import json
import os
import zlib

from ..geometry import box_quad

UNLABELLED = os.path.join(os.path.dirname(__file__), "unlabelled.json")


def split_held(photos, data, share=0.06):
    """(photos to train on, photos held out); follows from the names alone."""
    train, held = [], []
    for photo in photos:
        name = next((p.text for p in photo.plates if p.text), os.path.relpath(photo.path, data))
        chance = zlib.crc32(name.encode()) % 10000 / 10000
        (held if chance < share else train).append(photo)
    return train, held


def add_unlabelled(photos, data):
    with open(UNLABELLED, encoding="utf8") as f:
        boxes = json.load(f)
    for photo in photos:
        photo.unlabelled = [box_quad(box) for box in boxes.get(os.path.relpath(photo.path, data), [])]
