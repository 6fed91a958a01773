from exchange.models.row import ImportRow, Verdict
from exchange.models.run import ImportRun, RunStatus
from exchange.models.source import SourceCard, Trace

__all__ = ["ImportRow", "ImportRun", "RunStatus", "SourceCard", "Trace", "Verdict"]
