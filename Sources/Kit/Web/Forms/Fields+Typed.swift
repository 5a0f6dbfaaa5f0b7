import Essentials

extension Fields {
    /// One line of text that may be missing.
    ///
    /// - Parameter limit: characters at most.
    /// - Throws: `FormRefusal.tooLong`, or `.unreadable` for control characters and line ends.
    public func textIfAny(_ name: String, upTo limit: Int = 500) throws -> String? {
        guard let value = first(name) else { return nil }
        let line = Self.trimmed(value)
        guard !line.isEmpty else { return nil }
        guard !line.unicodeScalars.contains(where: Self.isControl) else { throw FormRefusal.unreadable(field: name) }
        return try Self.bounded(line, name, limit)
    }

    /// One line of text that is needed.
    public func text(_ name: String, upTo limit: Int = 500) throws -> String {
        try textIfAny(name, upTo: limit).orMissing(name)
    }

    /// Several lines of text that may be missing; their ends become `\n`.
    public func linesIfAny(_ name: String, upTo limit: Int = 20_000) throws -> String? {
        guard let value = first(name) else { return nil }
        let lines = Self.trimmed(value.split(separator: "\r\n", omittingEmptySubsequences: false).joined(separator: "\n"))
        guard !lines.isEmpty else { return nil }
        guard !lines.unicodeScalars.contains(where: { Self.isControl($0) && $0 != "\n" && $0 != "\t" }) else {
            throw FormRefusal.unreadable(field: name)
        }
        return try Self.bounded(lines, name, limit)
    }

    /// A password: not trimmed, since blanks are part of it.
    public func secret(_ name: String, upTo limit: Int = 1_000) throws -> String {
        guard let value = first(name), !value.isEmpty else { throw FormRefusal.missing(field: name) }
        return try Self.bounded(value, name, limit)
    }

    /// A whole number that may be missing.
    public func integerIfAny(_ name: String, in range: ClosedRange<Int> = Int.min...Int.max) throws -> Int? {
        guard let text = try textIfAny(name, upTo: 100) else { return nil }
        guard let number = Int(text) else { throw FormRefusal.notANumber(field: name) }
        guard range.contains(number) else { throw FormRefusal.outOfRange(field: name, range) }
        return number
    }

    /// A whole number that is needed.
    public func integer(_ name: String, in range: ClosedRange<Int> = Int.min...Int.max) throws -> Int {
        try integerIfAny(name, in: range).orMissing(name)
    }

    /// One of the values of an enumeration, by its raw value, that may be missing.
    public func choiceIfAny<Choice: RawRepresentable<String>>(_ name: String, as _: Choice.Type = Choice.self) throws -> Choice? {
        guard let text = try textIfAny(name, upTo: 100) else { return nil }
        guard let choice = Choice(rawValue: text) else { throw FormRefusal.notAChoice(field: name) }
        return choice
    }

    /// One of the values of an enumeration that is needed.
    public func choice<Choice: RawRepresentable<String>>(_ name: String, as _: Choice.Type = Choice.self) throws -> Choice {
        try choiceIfAny(name).orMissing(name)
    }

    /// An identifier of one kind of thing that may be missing.
    public func idIfAny<Noun: Identified>(_ name: String, of _: Noun.Type = Noun.self) throws -> Identifier<Noun>? {
        guard let text = try textIfAny(name, upTo: 100) else { return nil }
        guard let id = Identifier<Noun>(text) else { throw FormRefusal.notAnIdentifier(field: name) }
        return id
    }

    /// An identifier of one kind of thing that is needed.
    public func id<Noun: Identified>(_ name: String, of _: Noun.Type = Noun.self) throws -> Identifier<Noun> {
        try idIfAny(name).orMissing(name)
    }

    /// Every identifier of a repeated field.
    public func ids<Noun: Identified>(_ name: String, of _: Noun.Type = Noun.self) throws -> [Identifier<Noun>] {
        try all(name).map { text in
            guard let id = Identifier<Noun>(text) else { throw FormRefusal.notAnIdentifier(field: name) }
            return id
        }
    }

    private static func bounded(_ text: String, _ name: String, _ limit: Int) throws -> String {
        // Characters are counted only when the bytes cannot vouch for them; a character may be many bytes, never none.
        guard text.utf8.count <= limit || text.count <= limit && text.utf8.count <= 16 * limit else {
            throw FormRefusal.tooLong(field: name, limit: limit)
        }
        return text
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control
    }

    private static func trimmed(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard let start = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let end = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[start...end])
    }
}

extension Optional {
    fileprivate func orMissing(_ field: String) throws -> Wrapped {
        guard let self else { throw FormRefusal.missing(field: field) }
        return self
    }
}
