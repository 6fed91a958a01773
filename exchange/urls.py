from django.urls import path

from exchange.views import acting, preview, sources, undo, upload

app_name = "exchange"
urlpatterns = [
    path("import/", upload.index, name="index"),
    path("import/upload/", upload.upload, name="upload"),
    path("import/<uuid:uid>/", preview.show, name="show"),
    path("import/<uuid:uid>/rows/<int:position>/", acting.decide, name="decide"),
    path("import/<uuid:uid>/apply/", acting.apply, name="apply"),
    path("import/<uuid:uid>/discard/", acting.discard, name="discard"),
    path("import/<uuid:uid>/rejected/", preview.rejected, name="rejected"),
    path("import/<uuid:uid>/undo/", undo.ask, name="undo"),
    path("import/<uuid:uid>/undo/now/", undo.undo, name="undo_now"),
    path("people/<uuid:uid>/sources/", sources.index, name="sources"),
    path("people/<uuid:uid>/sources/<slug:digest>/", sources.text, name="source"),
]
