"""`{% translate %}` as Django's own, but each fixed word looked up once a language.

A page holds some sixty of them. Django draws each by four functions; here it is kept with its node.
"""

from typing import Any

from django.template.base import FilterExpression, Parser, Token, Variable
from django.template.context import Context
from django.templatetags import i18n
from django.utils.translation import get_language


def keep_fixed_words() -> None:
    """For every template that loads `i18n` from now on, whoever wrote it."""
    i18n.register.tag("translate", translate)
    i18n.register.tag("trans", translate)


class KeptWord(i18n.TranslateNode):
    """A word that depends on the language alone."""

    def __init__(self, expression: FilterExpression, asvar: str | None) -> None:
        super().__init__(expression, noop=False, asvar=asvar)
        self.kept: dict[str | None, Any] = {}

    def render(self, context: Context) -> Any:
        language = get_language()
        if language not in self.kept:
            said = super().render(context)
            self.kept[language] = context[self.asvar] if self.asvar else said
        if not self.asvar:
            return self.kept[language]
        context[self.asvar] = self.kept[language]
        return ""


def translate(parser: Parser, token: Token) -> i18n.TranslateNode:
    node = i18n.do_translate(parser, token)
    expression = node.filter_expression
    is_fixed = isinstance(expression.var, Variable) and expression.var.literal is not None
    if not is_fixed or expression.filters or node.noop or node.message_context:
        return node
    return KeptWord(expression, node.asvar)
