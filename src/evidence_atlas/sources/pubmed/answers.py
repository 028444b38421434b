"""Reading the E-utilities' answers, with no trust in them."""

from __future__ import annotations

from lxml import etree

from ...records import Value
from .errors import Garbled, Refused


class SearchAnswer(Value):
    """What ESearch found: how many, the PMIDs handed out, and where PubMed keeps them."""

    count: int
    ids: tuple[str, ...]
    web_env: str | None
    query_key: str | None
    translation: str | None


def _parse(body: bytes, root: str) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        tree = etree.fromstring(body, parser)
    except etree.XMLSyntaxError as error:
        start = body[:60].decode("utf-8", "replace").strip()
        raise Garbled(f"the answer is not complete XML ({error}); it begins: {start!r}") from error
    dtd = tree.getroottree().docinfo.internalDTD
    if dtd is not None and list(dtd.entities()):  # type: ignore[union-attr]  # not in the stubs
        raise Garbled("the answer declares XML entities, which PubMed never does")
    if tree.tag != root:
        raise Garbled(f"the answer is <{tree.tag}> where <{root}> was asked for")
    return tree


def search_answer(body: bytes) -> SearchAnswer:
    """The answer of ESearch.

    Raises Garbled where it is not one, Refused where PubMed does not understand the query.
    """
    tree = _parse(body, "eSearchResult")
    error = tree.findtext("ERROR")
    count = tree.findtext("Count")
    if count is None:
        if error and "search backend failed" not in error.lower():
            raise Refused(f"PubMed does not accept the query: {error}")
        raise Garbled(f"the search answer has no count{': ' + error if error else ''}")
    return SearchAnswer(
        count=int(count),
        ids=tuple(e.text or "" for e in tree.iterfind("IdList/Id")),
        web_env=tree.findtext("WebEnv"),
        query_key=tree.findtext("QueryKey"),
        translation=tree.findtext("QueryTranslation"),
    )


def fetched_pmids(body: bytes) -> list[str]:
    """The PMIDs of the records in an EFetch answer. Raises Garbled where it is not one."""
    tree = _parse(body, "PubmedArticleSet")
    paths = ("PubmedArticle/MedlineCitation/PMID", "PubmedBookArticle/BookDocument/PMID")
    return [e.text or "" for path in paths for e in tree.iterfind(path)]
