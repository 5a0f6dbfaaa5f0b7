"""The products, by how they are made. One file for what shares its shapes."""
