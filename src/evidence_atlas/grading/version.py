"""The version of the grading rules: changed whenever any grade may change."""

VERSION = "26"
