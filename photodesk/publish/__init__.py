"""Credit lines for publishing: one gate, then one file a format."""

from photodesk.publish.export import Exported, ExportError, Order, export, records
from photodesk.publish.formats import FORMATS, Format
from photodesk.publish.gate import Withheld, gate
from photodesk.publish.records import COLUMNS, Record

__all__ = [
    "COLUMNS",
    "FORMATS",
    "ExportError",
    "Exported",
    "Format",
    "Order",
    "Record",
    "Withheld",
    "export",
    "gate",
    "records",
]
