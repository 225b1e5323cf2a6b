"""Lets tests of a folder import the builders that lie beside them."""
