import Mustache

/// What a template asks that nobody answers, and what the given pages never made it ask.
public struct TemplateReport: Sendable, Equatable {
    /// `ProductPage:12 {{vendr}}`
    public internal(set) var unanswered: Set<String> = []
    /// Sections that no given page opened, so that nothing inside them was checked: give one more page.
    public internal(set) var untried: Set<String> = []
}

extension Templates {
    /// Walks through the templates of pages as Mustache would, and reports every tag that no value answers.
    ///
    /// The pages together should open every section: one with lines and one without, one signed in and one not.
    public func check(_ pages: [any Page]) throws -> TemplateReport {
        var walk = TemplateWalk(trees: [:])
        for (name, text) in sources { walk.trees[name] = try TemplateParser.parse(text, named: name) }
        for page in pages {
            walk.start(type(of: page).template, with: page)
        }
        return walk.report
    }
}

private struct TemplateWalk {
    var trees: [String: [TemplateTag]]
    private var unanswered: Set<String> = []
    private var met: Set<String> = []
    private var opened: Set<String> = []

    var report: TemplateReport {
        TemplateReport(unanswered: unanswered, untried: met.subtracting(opened))
    }

    init(trees: [String: [TemplateTag]]) {
        self.trees = trees
    }

    mutating func start(_ template: String, with page: any Page) {
        guard let tree = trees[template] else {
            unanswered.insert("\(template): there is no such template")
            return
        }
        visit(tree, in: template, stack: [page], blocks: [:])
    }

    private mutating func visit(
        _ tags: [TemplateTag], in template: String, stack: [Any], blocks: [String: (template: String, tags: [TemplateTag])]
    ) {
        for tag in tags {
            switch tag {
            case .value(let name, _):
                guard let kept = answer(name, stack, in: template) as? KeptPiece else { continue }
                guard let tree = trees[kept.template] else {
                    unanswered.insert("\(kept.template): there is no such template")
                    continue
                }
                visit(tree, in: kept.template, stack: [kept.piece], blocks: [:])
            case .section(let name, let line, let isInverted, let inside):
                let place = "\(template):\(line) {{\(isInverted ? "^" : "#")\(name)}}"
                // One page shows one form of a number.
                if name.split(separator: ".").last.flatMap({ PluralForm(rawValue: String($0)) }) == nil { met.insert(place) }
                let objects = opening(answer(name, stack, in: template), isInverted: isInverted)
                if !objects.isEmpty { opened.insert(place) }
                for object in objects {
                    visit(inside, in: template, stack: object.map { stack + [$0] } ?? stack, blocks: blocks)
                }
            case .partial(let name, let line):
                guard let tree = trees[name] else {
                    unanswered.insert("\(template):\(line) {{>\(name)}}")
                    continue
                }
                visit(tree, in: name, stack: stack, blocks: blocks)
            case .layout(let name, let line, let given):
                guard let tree = trees[name] else {
                    unanswered.insert("\(template):\(line) {{<\(name)}}")
                    continue
                }
                let inner = given.mapValues { (template: template, tags: $0) }
                visit(tree, in: name, stack: stack, blocks: blocks.merging(inner) { outer, _ in outer })
            case .block(let name, let standard):
                let block = blocks[name] ?? (template: template, tags: standard)
                visit(block.tags, in: block.template, stack: stack, blocks: blocks)
            }
        }
    }

    /// The objects that a section is shown for; an inner `nil` leaves the stack as it is.
    private func opening(_ value: Any?, isInverted: Bool) -> [Any?] {
        let objects: [Any?] =
            switch value {
            case nil: []
            case let bool as Bool: bool ? [nil] : []
            case let list as [Any]: list.map { $0 }
            case .some(let value): [value]
            }
        guard isInverted else { return objects }
        return objects.isEmpty ? [nil] : []
    }

    private mutating func answer(_ tag: String, _ stack: [Any], in template: String) -> Any? {
        var path = TemplateTag.path(of: tag).map(String.init)[...]
        if path.isEmpty { return tag == "." ? stack.last : true }
        var found: Any?
        var isKnown = false
        let first = path.removeFirst()
        let reach = tag.hasPrefix(".") ? stack.suffix(1) : stack[...]
        for object in reach.reversed() {
            isKnown = isKnown || Self.knows(first, object)
            found = Self.child(first, of: object)
            if found != nil { break }
        }
        while isKnown, let object = found, let next = path.popFirst() {
            isKnown = Self.knows(next, object)
            found = Self.child(next, of: object)
        }
        if !isKnown { unanswered.insert("\(template) {{\(tag)}}") }
        return found
    }

    private static func knows(_ name: String, _ object: Any) -> Bool {
        switch object {
        case let value as any Shown: value.knows(name)
        case is any AnswersEveryName: true
        case let parent as any MustacheParent: parent.child(named: name) != nil
        default: Mirror(reflecting: object).children.contains { $0.label == name }
        }
    }

    private static func child(_ name: String, of object: Any) -> Any? {
        if let parent = object as? any MustacheParent { return unwrapped(parent.child(named: name)) }
        return unwrapped(Mirror(reflecting: object).children.first { $0.label == name }?.value)
    }

    /// `nil` also for an optional that `Any` hides.
    private static func unwrapped(_ value: Any?) -> Any? {
        guard let value else { return nil }
        let mirror = Mirror(reflecting: value)
        guard mirror.displayStyle == .optional else { return value }
        return mirror.children.first?.value
    }
}
