"""The day on which each article was published, as it states it or as its siblings tell."""
