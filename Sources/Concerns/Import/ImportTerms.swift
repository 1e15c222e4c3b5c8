import Access
import Kernel
import Partnerships
import Store

/// The towns, wards and purposes of a partnership during an import: those it has, and those that the file brings.
package struct ImportTerms: Sendable {
    /// A term that the file brings.
    package struct Added: Sendable {
        package let id: ID<Term>
        package let kind: String
        package let label: String
        package let key: String
        package let town: ID<Term>?
    }

    private struct Entry: Sendable {
        let id: ID<Term>
        let town: ID<Term>?
    }

    private var entries: [String: [String: Entry]] = [:]
    private var spellings: [String: [String: Entry]] = [:]
    private var townLabels: [ID<Term>: String] = [:]
    private var ids: IDSequence

    /// In the order in which the file names them.
    package private(set) var added: [Added] = []

    package init(known: [TermSummary], ids: IDSequence) {
        self.ids = ids
        for term in known {
            entries[term.kind, default: [:]][FoldedText(term.label).key] = Entry(id: term.id, town: term.townID)
            if term.kind == "town" { townLabels[term.id] = term.label }
        }
    }

    /// The town or purpose of this name, added when it is new; nil when the text has no letters.
    package mutating func term(_ kind: String, _ text: String) -> ID<Term>? {
        entry(kind, text, town: nil)?.id
    }

    /// The ward of this name in a town, added when it is new; a problem when it lies in another town.
    package mutating func ward(_ text: String, in town: ID<Term>) -> Result<ID<Term>, Problem> {
        guard let entry = entry("ward", text, town: town) else {
            return .failure(
                Problem("ward", "\(ImportText.quoted(text)) is no name. Write the name of the ward in letters"))
        }
        if let own = entry.town, own != town {
            let label = townLabels[own] ?? "another town"
            let message = "\(ImportText.quoted(text)) belongs to \(label). Change the town or the ward of this row"
            return .failure(Problem("ward", message))
        }
        return .success(entry.id)
    }

    private mutating func entry(_ kind: String, _ text: String, town: ID<Term>?) -> Entry? {
        if let entry = spellings[kind]?[text] { return entry }
        let key = FoldedText(text).key
        guard !key.isEmpty, text.utf8.count <= 200 else { return nil }
        let entry: Entry
        if let known = entries[kind]?[key] {
            entry = known
        } else {
            entry = Entry(id: ids.next(), town: town)
            added.append(Added(id: entry.id, kind: kind, label: text, key: key, town: town))
            entries[kind, default: [:]][key] = entry
            if kind == "town" { townLabels[entry.id] = text }
        }
        spellings[kind, default: [:]][text] = entry
        return entry
    }
}

extension Change {
    /// Adds the terms that an import brings to the partnership.
    package func insertTerms(_ terms: [ImportTerms.Added], of partnership: ID<Partnership>) throws {
        for term in terms {
            try run(
                """
                INSERT INTO partnership_terms (id, partnership_id, kind, label, label_key, town_id, created_at)
                VALUES (\(term.id), \(partnership), \(term.kind), \(term.label), \(term.key), \(term.town), \(moment))
                """)
        }
    }
}
