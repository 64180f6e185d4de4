"""宿題: what departments still have to do, and how far it is."""
