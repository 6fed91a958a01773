from django.urls import path

from goals.views import goals, steps

app_name = "goals"
urlpatterns = [
    path("goals/", goals.index, name="index"),
    path("goals/new/", goals.new, name="new"),
    path("goals/<uuid:uid>/", goals.show, name="goal"),
    path("goals/<uuid:uid>/edit/", goals.edit, name="edit"),
    path("goals/<uuid:uid>/end/", goals.end, name="end"),
    path("goals/<uuid:uid>/resume/", goals.resume, name="resume"),
    path("goals/<uuid:uid>/delete/", goals.delete, name="delete"),
    path("goals/<uuid:uid>/restore/", goals.restore, name="restore"),
    path("goals/<uuid:uid>/leave-out/<uuid:thing>/", steps.leave_out, name="leave_out"),
    path("goals/<uuid:uid>/put-back/<uuid:thing>/", steps.put_back, name="put_back"),
    path("goals/<uuid:uid>/person/", steps.choose, name="choose"),
    path("goals/<uuid:uid>/steps/", steps.add, name="add_step"),
    path("goals/<uuid:uid>/steps/<int:position>/done/", steps.done, name="step_done"),
    path("goals/<uuid:uid>/steps/<int:position>/undo/", steps.undo, name="step_undo"),
]
