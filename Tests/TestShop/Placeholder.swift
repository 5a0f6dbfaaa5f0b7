enum PlaceholderTestShop {}
