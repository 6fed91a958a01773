from django.urls import path

from exchange.views import acting, preview, undo, upload

app_name = "exchange"
urlpatterns = [
    path("", upload.index, name="index"),
    path("upload/", upload.upload, name="upload"),
    path("<uuid:uid>/", preview.show, name="show"),
    path("<uuid:uid>/rows/<int:position>/", acting.decide, name="decide"),
    path("<uuid:uid>/apply/", acting.apply, name="apply"),
    path("<uuid:uid>/discard/", acting.discard, name="discard"),
    path("<uuid:uid>/rejected/", preview.rejected, name="rejected"),
    path("<uuid:uid>/undo/", undo.ask, name="undo"),
    path("<uuid:uid>/undo/now/", undo.undo, name="undo_now"),
]
