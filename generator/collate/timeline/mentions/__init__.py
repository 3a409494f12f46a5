"""Event mentions: what each clause of an article tells as happening, with its people, its time and its mood."""
