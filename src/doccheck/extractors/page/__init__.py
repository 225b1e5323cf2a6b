"""Pictures of pages: made upright, straight and even, their rules and boxes found."""
