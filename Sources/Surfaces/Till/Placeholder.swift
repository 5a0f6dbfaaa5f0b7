enum PlaceholderTill {}
