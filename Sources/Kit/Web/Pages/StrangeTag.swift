/// A tag in a template of somebody else's that no value answers, so that nothing stands in its place.
public struct StrangeTag: Sendable, Equatable {
    let template: String
    let line: Int
    let tag: String

    public init(_ tag: String, in template: String, line: Int) {
        self.template = template
        self.line = line
        self.tag = tag
    }

    /// `Foot.mustache:3 {{vendr}}`
    public var place: String { "\(template).mustache:\(line) {{\(tag)}}" }
}

extension Templates {
    /// The tags in which these templates, where they differ from `own`, ask what no template of `own` asks, in the order in which they
    /// stand; and those that name a template which is not there.
    ///
    /// A test of the surface holds that its values answer exactly what its own templates ask, so all others get no answer. A name that
    /// is asked of the wrong value is not found so, nor anything in a template that has other delimiters than `{{ }}`.
    public func strangeTags(beside own: Templates) -> [StrangeTag] {
        let (sources, usual) = (sources, own.sources)
        var known: Set<Substring> = []
        for (name, text) in usual { TagNames(text, in: name).each { _, tag, _ in known.formUnion(TemplateTag.path(of: tag)) } }
        var strange: [StrangeTag] = []
        for (name, text) in sources.sorted(by: { $0.key < $1.key }) where text != usual[name] {
            TagNames(text, in: name).each { sign, tag, line in
                let isKnown =
                    switch sign {
                    case ">", "<": sources[tag] != nil || tag.hasPrefix("*")
                    default: TemplateTag.path(of: tag).first.map { known.contains($0) } ?? true
                    }
                if !isKnown { strange.append(StrangeTag(sign + tag, in: name, line: line)) }
            }
        }
        return strange
    }
}

/// The tags of one template with their signs, wherever in it they stand.
private struct TagNames {
    private let tags: [TemplateTag]

    init(_ text: String, in name: String) {
        tags = (try? TemplateParser.parse(text, named: name)) ?? []
    }

    func each(_ body: (_ sign: String, _ tag: String, _ line: Int) -> Void) { Self.each(tags, body) }

    private static func each(_ tags: [TemplateTag], _ body: (String, String, Int) -> Void) {
        for tag in tags {
            switch tag {
            case .value(let name, let line): body("", name, line)
            case .partial(let name, let line): body(">", name, line)
            case .section(let name, let line, let isInverted, let inside):
                body(isInverted ? "^" : "#", name, line)
                each(inside, body)
            case .layout(let name, let line, let blocks):
                body("<", name, line)
                for block in blocks.sorted(by: { $0.key < $1.key }) { each(block.value, body) }
            case .block(_, let standard): each(standard, body)
            }
        }
    }
}
