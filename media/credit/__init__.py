"""Credit lines: the chain of who made a picture, who gave it out and who passed it on."""

from media.credit.chain import parse
from media.credit.explain import about, credit_json
from media.credit.hedges import Hedge, hedge_of, hedges_in
from media.credit.labels import strip_label, trailing_credit

__all__ = [
    "Hedge",
    "about",
    "credit_json",
    "hedge_of",
    "hedges_in",
    "parse",
    "strip_label",
    "trailing_credit",
]
