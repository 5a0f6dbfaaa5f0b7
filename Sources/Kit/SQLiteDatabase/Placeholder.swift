enum PlaceholderSQLiteDatabase {}
