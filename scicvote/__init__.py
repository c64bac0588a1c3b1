"""SCICVote: the general assemblies of French SCIC cooperatives, exactly and on paper."""

__version__ = "0.1.0"
