"""What is sealed: secrets under a phrase, ballots in an urn, returns under a signature. Every cipher is a library's."""
