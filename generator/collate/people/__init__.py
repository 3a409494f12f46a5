"""Who is who and who spoke: the mentions of all articles in, one entry a person or body and the speakers out."""
