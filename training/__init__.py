"""Training of the models that are shipped with atscheck (src/atscheck/models)."""
