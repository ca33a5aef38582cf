"""How far what is measured on a page may lie from what is wanted, in millimetres, and why so far.

It holds numbers only.
"""

from __future__ import annotations

LENGTH = 2.0
"""A line as long as its words: that of the printed HD05 is 0.7 mm longer; of one drawn by hand, 2 mm go unseen."""
SHARE = 0.5
"""A line that may be a third to a half of its words: nothing but rounding to points, dots and twips."""
WIDTH = 2.0
"""A line across the whole text: Word lets a border stick out by the padding of a cell, 1.9 mm."""
CENTRE = 1.5
"""Two things under one another: a space at a line's end moves its words by half a space, 0.6 mm, tabs by more."""
LEVEL = 1.0
"""Two things on one level: letters of 12 and 14 points in rows of one height stand 0.5 mm apart."""
DISTANCE = 1.0
"""From an edge of the paper: the ink begins up to 0.7 mm below the height that was set for its line."""
SIDE = 0.7
"""Beyond the left or right margin: slanted letters lean 0.4 mm over their place, and justified lines round."""
FOOT = 0.5
"""Of the last line's foot beyond the lower margin: rounding. What hangs below the line does not count."""
HEAD = 1.0
"""Of the first line beyond the upper margin: accents of capitals stand above lines of a fixed height."""
FRAME = 1.0
"""Of the sides of a frame: half the thickness of its lines on either side, and rounding."""
GAP = 1.0
"""Between the two sides of the letterhead: less than a space of the smallest size is one word for the eye."""
