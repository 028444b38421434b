"""The private form on each study: what a reader tells the editors, and nobody else."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from evidence_atlas.records import PublishedStudy
from evidence_atlas.store.private.models import Contribution

from .. import forms, origin, senders
from ._page import not_kept, render
from .study import find


@require_http_methods(["GET", "HEAD", "POST"])
def contribute(request: HttpRequest, slug: str) -> HttpResponse:
    """Three short pages: what it is about, the note, how to answer; none is kept between."""
    found = find(request, slug, "/contribute")
    if isinstance(found, HttpResponse):
        return found
    if request.method != "POST":
        return _step(request, found, "kind", forms.Checked(forms.Note()))
    verdict = origin.judge(request)
    if verdict == "foreign":
        return _refused(
            request,
            403,
            gettext("This form was sent from another site"),
            gettext("Nothing was stored. Please fill it in on the study's own page."),
        )
    note = forms.Note.of(request.POST.dict())
    step = request.POST.get("step", "kind")
    if step not in forms.STEPS:
        step = "kind"
    if request.POST.get("back"):
        return _step(request, found, step, forms.Checked(note))
    checked = forms.check(note, step)
    wrong = forms.first_wrong_step(checked)
    if wrong is not None:
        shown = forms.check(note, wrong)
        return _step(request, found, wrong, shown, status=422)
    if step != forms.STEPS[-1]:
        return _step(request, found, forms.STEPS[forms.STEPS.index(step) + 1], forms.Checked(note))
    if verdict == "unknown" and not origin.stamp_holds(request.POST.get("stamp", ""), slug):
        return _step(request, found, "stamp", forms.Checked(note))
    return _store(request, found, note)


def _store(request: HttpRequest, found: PublishedStudy, note: forms.Note) -> HttpResponse:
    thanks_page = HttpResponseRedirect(reverse("thanks", args=[found.slug]))
    thanks_page.status_code = 303
    if note.trap:
        # A program filled in what no reader sees; it is told the same and nothing is stored.
        return not_kept(thanks_page)
    now = timezone.now()
    sender = senders.sender(request, now)
    if senders.too_many(sender, now):
        return _refused(
            request,
            429,
            gettext("Too many notes in one hour"),
            gettext("This note was not stored. Please send it again later."),
        )
    Contribution.objects.create(
        kind=note.kind,
        study=found.key,
        slug=found.slug,
        page_version=found.version,
        text=note.message,
        contact=note.contact,
        received=now,
        sender=sender,
    )
    return not_kept(thanks_page)


@require_safe
def thanks(request: HttpRequest, slug: str) -> HttpResponse:
    """What happens with a note that was sent."""
    found = find(request, slug)
    if isinstance(found, HttpResponse):
        return found
    return not_kept(render(request, "contribute_thanks.html", {"study": found}))


def _step(
    request: HttpRequest,
    found: PublishedStudy,
    step: str,
    checked: forms.Checked,
    status: int = 200,
) -> HttpResponse:
    context: dict[str, Any] = {
        "study": found,
        "step": step,
        "note": checked.note,
        "errors": checked.errors,
        "kinds": [(k, gettext(a), gettext(b) if b else "") for k, (a, b) in forms.KINDS.items()],
        "kind_words": gettext(forms.KINDS[checked.note.kind][0])
        if checked.note.kind in forms.KINDS
        else "",
        "trap": forms.TRAP,
        "longest": forms.LONGEST_MESSAGE,
        "stamp": origin.stamp(found.slug) if step == "stamp" else "",
    }
    return not_kept(render(request, "contribute.html", context, status=status))


def _refused(request: HttpRequest, status: int, heading: str, said: str) -> HttpResponse:
    context = {"heading": heading, "said": said}
    return not_kept(render(request, "message.html", context, status=status))
