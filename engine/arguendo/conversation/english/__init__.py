"""Text as people type it → words: slips of spelling, numbers, stems, meanings, set phrases."""
