"""The outlets a newsroom meets in credit lines: their names, countries and who controls them."""

from media.outlets.matching import Match
from media.outlets.registry import (
    Alias,
    ControlPeriod,
    Outlet,
    Registry,
    Sanction,
    Source,
    outlet_from,
)

__all__ = [
    "Alias",
    "ControlPeriod",
    "Match",
    "Outlet",
    "Registry",
    "Sanction",
    "Source",
    "outlet_from",
]
