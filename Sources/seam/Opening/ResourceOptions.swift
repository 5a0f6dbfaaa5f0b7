import ArgumentParser

/// Where templates, styles and the demo's data lie.
struct ResourceOptions: ParsableArguments {
    @Option(help: "The folder that holds Templates, Public and Demo, when they are not beside the program.") var resources: String?

    /// - Throws: `ValidationError` when there are none to be found.
    func find() throws -> Resources {
        guard let found = Resources.find(resources) else {
            throw ValidationError("There are no folders “Templates” and “Public” beside the program: name their place with --resources.")
        }
        return found
    }
}
