"""Statistics worked out again from printed figures: pure numbers, no words of any text.

One file a kind of recomputation. A printed figure stands for every value that is printed so
("19.6" for 19.55 to 19.65), so that each answer here is a range, never one number. SciPy is
loaded only where a probability is asked for.
"""
