/// The steps of the schema as they stand in the sources, and the file that remembers those that have shipped.
struct SchemaSteps: Equatable {
    /// In the order of the sources.
    var steps: [Step]

    struct Step: Equatable {
        /// `orders.0001 carts`
        let name: String
        /// FNV-1a of the script: what the program itself compares with a shop's database.
        let fingerprint: String

        var line: String { "\(fingerprint) \(name)" }
    }

    static let file = "Docs/Schema/migrations.lock.txt"

    /// What `Migration("name", "script")` and `Migration("name", script)` say in the sources, in their order.
    init(sources: [SwiftSource]) {
        steps = sources.filter { $0.path.hasSuffix("Schema.swift") }.flatMap { source in
            let names = source.literals.indices.filter { Self.isName(source.literals[$0].value) }
            let scripts = source.code.joined(separator: "\n").matches(of: #/Migration\(\s*"\s*"\s*,\s*(\w*)/#).map(\.output.1)
            return zip(names, scripts).compactMap { name, script in
                let literal = script.isEmpty ? source.literals.dropFirst(name + 1).first : source.literal(named: String(script))
                return literal.map { Step(name: source.literals[name].value, fingerprint: Self.fingerprint(of: $0.value)) }
            }
        }
    }

    private static func isName(_ text: String) -> Bool {
        text.contains(#/^[a-z]+\.\d{4} /#)
    }

    /// Reads the remembered steps; `#` begins a remark.
    init(remembered text: String) {
        steps = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
            let parts = line.split(separator: " ", maxSplits: 1)
            return parts.count == 2 ? Step(name: String(parts[1]), fingerprint: String(parts[0])) : nil
        }
    }

    /// A step that shipped stays as it is: shops have run it.
    func findings(remembering remembered: SchemaSteps) -> [Finding] {
        let now = Dictionary(steps.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let before = Dictionary(remembered.steps.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        var findings: [Finding] = []
        for step in remembered.steps {
            switch now[step.name] {
            case nil:
                findings.append(finding("the step “\(step.name)” is gone, and shops have run it: bring it back"))
            case .some(let current) where current != step:
                findings.append(finding("the step “\(step.name)” was edited, and shops have run it: restore it and add another step"))
            default:
                break
            }
        }
        for step in steps where before[step.name] == nil {
            findings.append(finding("the step “\(step.name)” is new; append this line when it lands:\n\(step.line)"))
        }
        for (first, second) in zip(steps, steps.dropFirst()) where first.name.slice == second.name.slice && first.name >= second.name {
            findings.append(finding("“\(second.name)” follows “\(first.name)”: numbers of one slice go up"))
        }
        return findings
    }

    private func finding(_ message: String) -> Finding {
        Finding(path: Self.file, message: message)
    }

    private static func fingerprint(of script: String) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in script.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

extension SwiftSource {
    /// The literal that a constant of this file stands for.
    fileprivate func literal(named constant: String) -> Literal? {
        let line = lines(containing: "let \(constant) =").first?.number
        return literals.first { $0.line == line }
    }
}

extension String {
    fileprivate var slice: Substring { prefix { $0 != "." } }
}
