from django.urls import path

from goals.views import aspirations, goals, needs, steps

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
    path("aspirations/new/", aspirations.new, name="new_aspiration"),
    path("aspirations/<uuid:uid>/", aspirations.show, name="aspiration"),
    path("aspirations/<uuid:uid>/edit/", aspirations.edit, name="edit_aspiration"),
    path("aspirations/<uuid:uid>/guide/", aspirations.guide, name="guide"),
    path("aspirations/<uuid:uid>/reached/", aspirations.reached, name="reached"),
    path("aspirations/<uuid:uid>/let-go/", aspirations.let_go, name="let_go"),
    path("aspirations/<uuid:uid>/resume/", aspirations.resume, name="resume_aspiration"),
    path("aspirations/<uuid:uid>/delete/", aspirations.delete, name="delete_aspiration"),
    path("aspirations/<uuid:uid>/restore/", aspirations.restore, name="restore_aspiration"),
    path("needs/<uuid:uid>/", needs.show, name="need"),
    path("needs/<uuid:uid>/people/", needs.confirm, name="confirm"),
    path("needs/<uuid:uid>/delete/", needs.delete, name="delete_need"),
]
