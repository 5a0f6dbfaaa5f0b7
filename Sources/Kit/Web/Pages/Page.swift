import Mustache

/// A value that a template can show: it lists what may be asked of it, so nothing is looked up by reflection.
///
/// ```swift
/// struct CartLine: Shown {
///     let title: String
///     let price: Money
///     static let answers: Answers = ["title": \.title, "price": { $0.price.formatted() }]
/// }
/// ```
public protocol Shown: MustacheParent, Sendable {
    /// By tag. A `nil` is an answer too: a section over it is left out.
    static var answers: Answers { get }
}

extension Shown {
    public typealias Answers = [String: @Sendable (Self) -> Any?]

    public func child(named name: String) -> Any? {
        Self.answers[name]?(self)
    }

    func knows(_ name: String) -> Bool {
        Self.answers[name] != nil || self is any Page && name == SpokenLanguage.tag
    }
}

/// A page: a value, and the template that has its name.
public protocol Page: Shown {
    /// `OrderPage` unless the page says otherwise, for `OrderPage.mustache`.
    static var template: String { get }
    /// BCP 47: the language that its texts are read in.
    var language: String { get }
    /// What local links on it begin with, where each language has addresses of its own: `/fi`; nothing otherwise.
    var home: String { get }
}

extension Page {
    public static var template: String { "\(Self.self)" }
    public var language: String { Texts.source }
    public var home: String { "" }

    /// Every page knows in which languages it can be read: `{{#spokenLanguages}}`.
    public func child(named name: String) -> Any? {
        if let answer = Self.answers[name] { return answer(self) }
        return name == SpokenLanguage.tag ? Speech.current.offered : nil
    }
}

/// What most tags name: known to the renderer at its first question instead of its last.
extension String: @retroactive MustacheCustomRenderable {
    public var renderText: String { self }
    public var isNull: Bool { false }
}
