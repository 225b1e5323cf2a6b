"""Every word that a user sees, in Chinese and English, by message key."""
