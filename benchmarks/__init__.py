"""Speed and quality on corpora given by path; `python -m benchmarks` lists them."""
