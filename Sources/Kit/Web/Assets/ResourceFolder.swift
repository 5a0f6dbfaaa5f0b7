import Foundation

/// Finds the folders that lie beside the program.
public enum ResourceFolder {
    /// The folder of that name beside the running program, or beside one of the folders that it lies in: a released
    /// program has it next to itself, one that was just built some levels up.
    public static func find(_ name: String, from program: String? = Bundle.main.executablePath) -> String? {
        guard let program else { return nil }
        var place = URL(filePath: program).resolvingSymlinksInPath().deletingLastPathComponent()
        for _ in 0..<12 {
            let candidate = place.appending(path: name).path
            var isFolder = ObjCBool(false)
            if FileManager.default.fileExists(atPath: candidate, isDirectory: &isFolder), isFolder.boolValue { return candidate }
            place.deleteLastPathComponent()
        }
        return nil
    }
}
