"""The whole of an atlas at a glance, made from its published studies by rule.

Pure: no data base, no network, no clock. Every mark and every line names the sentence of a
study's page that it rests on; nothing is said of a study that its own page does not say.
"""

VERSION = "overview-5"
"""Changed whenever what is made here may change from the same studies."""
