enum PlaceholderPlaces {}
