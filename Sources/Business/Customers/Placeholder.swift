enum PlaceholderCustomers {}
