"""Credit lines: the chain of who made a picture, who gave it out and who passed it on."""

from media.credit.chain import parse
from media.credit.explain import credit_json
from media.credit.labels import strip_label, trailing_credit

__all__ = ["credit_json", "parse", "strip_label", "trailing_credit"]
