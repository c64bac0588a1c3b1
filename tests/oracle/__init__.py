"""A second opinion on every decision: a plain and slow tally that shares nothing with the product."""
