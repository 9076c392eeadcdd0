"""A small internet on loopback that speaks the networks' real protocols."""
