import Database

public enum SettingsSchema {
    public static let migrations = [Migration("settings.0001 settings", settings)]

    private static let settings = """
        CREATE TABLE shop_setting (
            name TEXT NOT NULL PRIMARY KEY,
            value TEXT NOT NULL
        );
        """
}
