"""Event Digest: news articles about one event become a searchable static site that shows its sources."""

__version__ = "0.1.0"
