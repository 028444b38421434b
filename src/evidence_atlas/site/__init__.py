"""The public site and the desk: a Django project."""
