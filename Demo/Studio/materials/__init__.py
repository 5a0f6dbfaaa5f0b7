"""What things are made of: each a recipe of shader nodes, measured in metres."""
