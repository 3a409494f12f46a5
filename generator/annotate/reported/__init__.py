"""What people are reported to have said, without quotation marks: by grammar, in the parse that is already made."""

from generator.annotate.reported.find import find_reports
from generator.annotate.reported.reports import reports_of

__all__ = ["find_reports", "reports_of"]
