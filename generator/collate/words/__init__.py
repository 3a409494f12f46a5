"""Words as collation compares them: tokens, stems, rarity, numbers."""
