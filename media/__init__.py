"""What a picture, its page and its credit line say: pure knowledge, no input or output."""
