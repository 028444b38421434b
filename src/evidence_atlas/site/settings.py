"""Django's settings, made from the installation's configuration."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.utils.functional import lazy

from . import configuration

ATLAS = configuration.load()
HERE = Path(__file__).parent

# Made at first use only, so that asking for --help or checking types writes nothing.
SECRET_KEY = lazy(lambda: configuration.secret_key(ATLAS), str)()
DEBUG = False

_public = urlsplit(ATLAS.public_url)
SECURE = _public.scheme == "https"
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", *ATLAS.hosts]
if _public.hostname:
    ALLOWED_HOSTS.append(_public.hostname)
CSRF_TRUSTED_ORIGINS = [f"{_public.scheme}://{_public.netloc}"] if _public.netloc else []

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "evidence_atlas.store",
    "evidence_atlas.store.private",
    "evidence_atlas.site",
]
MIDDLEWARE = [
    "evidence_atlas.site.middleware.SecurityHeaders",
    "django.middleware.security.SecurityMiddleware",
    "evidence_atlas.site.middleware.Compress",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # Sessions and CSRF tokens exist where editors work only: a reader never gets a cookie.
    "evidence_atlas.site.middleware.StaffSessions",
    "django.middleware.common.CommonMiddleware",
    "evidence_atlas.site.middleware.StaffCsrf",
    "evidence_atlas.site.middleware.StaffAuthentication",
    "evidence_atlas.site.middleware.StaffMessages",
]
ROOT_URLCONF = "evidence_atlas.site.urls"
WSGI_APPLICATION = "evidence_atlas.site.wsgi.application"

TEMPLATES: list[dict[str, Any]] = [
    {
        "NAME": "jinja2",
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [HERE / "templates"],
        "OPTIONS": {"environment": "evidence_atlas.site.templating.environment"},
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    },
]

DATABASES = {
    "default": configuration.database(ATLAS.database_url, ATLAS.home / "atlas.sqlite3"),
    "private": configuration.database(
        ATLAS.private_database_url, ATLAS.home / "private.sqlite3", durable=True
    ),
}
DATABASE_ROUTERS = ["evidence_atlas.store.router.StoreRouter"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

_PASSWORDS = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS: list[dict[str, Any]] = [
    {"NAME": f"{_PASSWORDS}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": f"{_PASSWORDS}.CommonPasswordValidator"},
    {"NAME": f"{_PASSWORDS}.UserAttributeSimilarityValidator"},
]

LANGUAGE_CODE = "en"
TIME_ZONE = "UTC"
USE_TZ = True
USE_I18N = True
LANGUAGES = [("en", "English")]
LOCALE_PATHS = [HERE / "locale"]

STATIC_URL = "/static/"
# Served from the packages themselves: nothing to collect before the first start.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
WHITENOISE_MAX_AGE = 86_400
# Ours carry a hash of the content in their address or name, so a copy may be kept for good.
WHITENOISE_IMMUTABLE_FILE_TEST = (
    r"^/static/(?:fonts/[\w-]+\.[0-9a-f]{10}\.woff2|[\w-]+\.(?:css|js|svg))$"
)

SECURE_SSL_REDIRECT = False
SECURE_REFERRER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https") if SECURE and ATLAS.trusted_proxies else None
)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
X_FRAME_OPTIONS = "DENY"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["stderr"], "level": ATLAS.log_level},
}
