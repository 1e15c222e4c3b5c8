import Access
import Kernel
import Store

extension Reading {
    /// What is linked with a subject: the records that mention it, and what else these mention.
    func chart(from start: LinkChart.Node, records: [MentionLine]) throws -> LinkChart {
        var middle: [LinkChart.Node] = []
        var edges: [LinkChart.Edge] = []
        for line in records where !middle.contains(where: { $0.key == line.source.key }) {
            middle.append(line.recordNode)
            edges.append(.init(start.key, line.source.key))
        }
        let own = Set(records.map(\.id))
        var far: [LinkChart.Node] = []
        let sources = Array(middle.prefix(16)).compactMap { node -> MentionLine.Source? in
            if case .record(let source) = node.target { source } else { nil }
        }
        for line in try mentions(in: sources) where !own.contains(line.id) {
            let key = line.thingKey
            if !far.contains(where: { $0.key == key }) { far.append(line.thingNode) }
            let edge = LinkChart.Edge(line.source.key, key)
            if !edges.contains(edge) { edges.append(edge) }
        }
        return LinkChart(start: start, middle: middle, far: far, edges: edges)
    }

    /// What is linked with a concern: what it mentions, and the other records that mention the same.
    package func chart(of concern: ID<Concern>, reference: String) throws -> LinkChart {
        let start = LinkChart.Node(
            key: MentionLine.Source.concern(concern).key, kind: .record, title: reference, detail: "Concern",
            target: .record(.concern(concern)))
        let own = try mentions(of: concern)
        var middle: [LinkChart.Node] = []
        var far: [LinkChart.Node] = []
        var edges: [LinkChart.Edge] = []
        for line in own {
            let key = line.thingKey
            if !middle.contains(where: { $0.key == key }) {
                middle.append(line.thingNode)
                edges.append(.init(start.key, key))
            }
            let same = line.kind.isKnownByItsKey ? try mentions(sameAs: [line.id], limit: 30) : []
            let confirmed = try line.subject.map { try mentionsOfGroup($0) } ?? []
            for other in same + confirmed where other.source.key != start.key {
                if !far.contains(where: { $0.key == other.source.key }) { far.append(other.recordNode) }
                let edge = LinkChart.Edge(key, other.source.key)
                if !edges.contains(edge) { edges.append(edge) }
            }
        }
        // What leads somewhere stands first.
        let leading = Set(edges.filter { $0.from != start.key }.map(\.from))
        return LinkChart(
            start: start, middle: middle.filter { leading.contains($0.key) } + middle.filter { !leading.contains($0.key) },
            far: far, edges: edges)
    }

    /// Every mention of a subject and of what was said to be the same.
    private func mentionsOfGroup(_ subject: ID<Subject>) throws -> [MentionLine] {
        try mentionLines(
            where: """
                m.subject_id IN (SELECT s.id FROM \(visible(.subjects)) s WHERE s.root_id IN
                    (SELECT r.root_id FROM \(visible(.subjects)) r WHERE r.id = \(subject)))
                """, limit: 30)
    }

    private func mentions(in sources: [MentionLine.Source]) throws -> [MentionLine] {
        var lines: [MentionLine] = []
        for source in sources {
            let condition: Statement =
                switch source {
                case .concern(let id): "m.concern_id = \(id)"
                case .visit(let id): "m.visit_id = \(id)"
                case .screening(let id, _): "m.screening_id = \(id)"
                case .pathway(let id): "m.victim_id = \(id)"
                }
            lines += try mentionLines(where: condition, limit: 30)
        }
        return lines
    }
}

extension MentionLine.Source {
    var key: String {
        switch self {
        case .concern(let id): "c\(id)"
        case .visit(let id): "v\(id)"
        case .screening(let id, _): "n\(id)"
        case .pathway(let id): "p\(id)"
        }
    }

    /// "Concern"
    package var title: String {
        switch self {
        case .concern: "Concern"
        case .visit: "Visit"
        case .screening: "Screening"
        case .pathway: "Pathway"
        }
    }
}

extension MentionLine {
    /// The same for two mentions of one subject, or of one thing that is written alike.
    var thingKey: String {
        if let subject { return "s\(subject)" }
        return label.isEmpty ? "m\(id)" : "\(kind.rawValue) \(FoldedText(label).key)"
    }

    var recordNode: LinkChart.Node {
        .init(
            key: source.key, kind: .record, title: reference,
            detail: [source.title, notedOn.text].joined(separator: ", "), target: .record(source))
    }

    var thingNode: LinkChart.Node {
        .init(
            key: thingKey, kind: .thing, title: label.isEmpty ? subjectReference ?? name : label, detail: kind.title,
            target: subject.map { .subject($0) } ?? .mention(id))
    }
}
