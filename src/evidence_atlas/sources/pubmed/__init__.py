"""PubMed through the E-utilities: polite, resumable, complete.

`Client` asks; `harvest` brings every record that a query finds onto the disk, batch by
batch, and goes on where it stopped. Rules of use: NCBI, "A General Introduction to the
E-utilities" and NLM knowledge base KA-05508, KA-05510: at most 3 requests a second, 10
with a key; `tool` and `email` with every request; no more than 9,999 records of a search.
"""

from .client import BASE_URL, Client
from .errors import Busy, Garbled, PubMedError, Refused, TooManyResults
from .harvest import Harvest
from .slices import Slice

__all__ = [
    "BASE_URL",
    "Busy",
    "Client",
    "Garbled",
    "Harvest",
    "PubMedError",
    "Refused",
    "Slice",
    "TooManyResults",
]
