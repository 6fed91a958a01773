"""What gunicorn serves."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "netcrm.settings")
application = get_wsgi_application()
# What is loaded by now lives as long as the process: looking through it for garbage would hold up
# one request in sixty for fifty milliseconds, and unshare the memory of the workers.
gc.collect()
gc.freeze()
