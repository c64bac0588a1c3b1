"""Benchmarks: what the program costs, each as a ratio to a bare reference measured in the same run."""
