"""The site as a WSGI application."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "evidence_atlas.site.settings")
application = get_wsgi_application()

# What is loaded by now stays for good: the collector need not walk it while a reader waits.
gc.collect()
gc.freeze()
gc.set_threshold(20_000, 20, 100)
