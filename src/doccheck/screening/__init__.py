"""Many submissions: run them, keep what was found, ask across them."""
