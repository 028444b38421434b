"""From records to an edition: nine stages, each doing again only what its input changed."""
