enum PlaceholderStorefront {}
