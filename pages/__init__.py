"""Screens: each reads widgets, calls one verb and shows the answer. The router is registry/web/main.py."""
