"""Every address of the site."""

from __future__ import annotations

from django.contrib import admin
from django.urls import path, re_path
from django.views.generic import RedirectView

from .views import (
    about,
    compare,
    contribute,
    errors,
    evidence_map,
    guides,
    lists,
    questions,
    search,
    study,
)
from .views import timeline as times
from .views import topics as ways

_SLUG = r"(?P<slug>[a-z0-9]+(?:-[a-z0-9]+)*)"
_AXIS = r"(?P<axis>treatments|measures|topics)"

urlpatterns = [
    path("", lists.home, name="home"),
    path("evidence/", search.studies, name="studies"),
    path("evidence/found/", search.found, name="found"),
    path("evidence", RedirectView.as_view(pattern_name="studies", permanent=True)),
    re_path(rf"^evidence/{_SLUG}$", study.study, name="study"),
    re_path(rf"^evidence/{_SLUG}/(?P<depth>quick|deep)$", study.study, name="study_depth"),
    re_path(rf"^evidence/{_SLUG}\.(?P<form>bib|ris|json)$", study.cite, name="cite"),
    re_path(rf"^evidence/{_SLUG}/contribute$", contribute.contribute, name="contribute"),
    re_path(rf"^evidence/{_SLUG}/contribute/thanks$", contribute.thanks, name="thanks"),
    re_path(
        rf"^evidence/{_SLUG}(?:/standard)?/?$",
        RedirectView.as_view(pattern_name="study", permanent=True),
    ),
    path("retractions/", lists.retractions, name="retractions"),
    path("off-topic/", lists.off_topic, name="off_topic"),
    path("start/", guides.start, name="start"),
    re_path(r"^start/(?P<key>[a-z0-9-]+)$", guides.guide, name="guide"),
    re_path(r"^start/(?P<key>[a-z0-9-]+)/(?P<depth>quick|deep)$", guides.guide, name="guide_depth"),
    path("about/questions/", guides.questions, name="faq"),
    path("about/editorial-policy/", about.policy, name="policy"),
    path("about/press/", about.press, name="press"),
    path("about/contact/", about.contact, name="contact"),
    path("explore/", ways.explore, name="explore"),
    path("map/", evidence_map.map_of, name="map"),
    path("map/measures/", evidence_map.map_of, {"axis": "measures"}, name="map_measures"),
    path("map/topics/", evidence_map.map_of, {"axis": "topics"}, name="map_topics"),
    path("map/left-out/", evidence_map.left_out, name="left_out"),
    path("map/left-out/<slug:reason>", evidence_map.left_out_for, name="left_out_for"),
    re_path(rf"^map/{_AXIS}/(?P<key>[a-z0-9-]+)$", evidence_map.chart, name="map_chart"),
    re_path(
        rf"^map/{_AXIS}/(?P<key>[a-z0-9-]+)/(?P<outcome>[a-z0-9-]+)$",
        evidence_map.cell,
        name="map_cell",
    ),
    path("questions/", questions.questions, name="questions"),
    path("questions/<slug:key>", questions.question, name="question"),
    path("timeline/", times.timeline, name="timeline"),
    path("changes/", times.changes, name="changes"),
    path("compare/", compare.compare, name="compare"),
    path("topics/", ways.topics, name="topics"),
    path("topics/<slug:key>", ways.topic, name="topic"),
    path("definitions/", ways.definitions, name="definitions"),
    path("definitions/<slug:key>", ways.definition, name="definition"),
    path("glossary/", ways.glossary, name="glossary"),
    path("journals/", ways.names, {"kind": "journal"}, name="journals"),
    path("journals/<slug:key>", ways.name, {"kind": "journal"}, name="journal"),
    path("authors/", ways.names, {"kind": "author"}, name="authors"),
    path("authors/<slug:key>", ways.name, {"kind": "author"}, name="author"),
    path("about/how-it-works/", about.how, name="how"),
    path("about/privacy/", about.privacy, name="privacy"),
    path("about/not-medical-advice/", about.advice, name="advice"),
    path("robots.txt", about.robots, name="robots"),
    path("admin/", admin.site.urls),
]

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.server_error
