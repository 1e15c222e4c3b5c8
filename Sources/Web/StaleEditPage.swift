import Design
import HTML
import Hummingbird
import Kernel

/// What a page shows to the second of two people who changed the same record at once: both versions, field by field,
/// with what was typed kept and the choice between the two.
///
/// With the field `was`, which holds the form as it was filled in (`FormData.remembering`), only the fields that both
/// changed are asked for; the others are taken from whoever changed them.
package struct StaleEditPage: Sendable {
    /// A question of the form: the fields in which it is sent, what it is called, and how its values read.
    package struct Label: Sendable {
        package let names: [String]
        package let text: String
        let words: @Sendable (String) -> String

        package init(_ name: String, _ text: String, words: @escaping @Sendable (String) -> String = { $0 }) {
            self.init([name], text, words: words)
        }

        /// A question whose answer is sent in several fields, such as a date.
        package init(_ names: [String], _ text: String, words: @escaping @Sendable (String) -> String = { $0 }) {
            self.names = names
            self.text = text
            self.words = words
        }
    }

    private let mine: FormData
    private let theirs: FormData
    private let labels: [Label]
    private let version: Int
    private let what: String
    private let action: Link
    private let token: String
    /// Both changed these: somebody has to choose.
    private let asked: [Label]
    /// Only the other person changed these.
    private let taken: [Label]

    /// - Parameters:
    ///   - theirs: the record as it is now, as its form would hold it.
    ///   - version: of the record as it is now.
    ///   - what: names the record, without personal data.
    ///   - action: where the form is sent, the same as before.
    package init(
        mine: FormData, theirs: FormData, labels: [Label], version: Int, what: String, action: Link, token: String
    ) {
        self.mine = mine
        self.theirs = theirs
        self.labels = labels
        self.version = version
        self.what = what
        self.action = action
        self.token = token
        let base = mine.remembered
        var asked: [Label] = []
        var taken: [Label] = []
        for label in labels where !mine.agrees(with: theirs, on: label.names) {
            guard let base else {
                asked.append(label)
                continue
            }
            if mine.agrees(with: base, on: label.names) {
                taken.append(label)
            } else if !theirs.agrees(with: base, on: label.names) {
                asked.append(label)
            }
        }
        self.asked = asked
        self.taken = taken
    }

    /// Whether there is anything to choose; otherwise `merged` can be saved as it is.
    package var needsChoice: Bool { !asked.isEmpty }

    /// What was typed, with what only the other person changed, as a form filled in from the record as it is now.
    package var merged: FormData {
        var data = mine
        for label in taken {
            data.fields.removeAll { label.names.contains($0.name) }
            data.fields += theirs.fields.filter { label.names.contains($0.name) }
        }
        return data.setting(FormFields.version, String(version)).setting(FormData.baseField, theirs.urlEncoded)
    }

    package func markup(_ context: SignedIn, section: Section) -> Markup {
        SignedInPage(
            context, section: section, title: "Two people changed \(what)",
            problems: [Problem("", "Somebody else saved a change while you had this open. Nothing of yours is lost")]
        ) {
            PageHeading("Two people changed this") { what }
            p { "Choose for each of these which version to keep. Yours is chosen until you say otherwise." }
            FormTag(context, action: action, token: token, version: version) {
                for label in asked { question(label) }
                for field in carried { HiddenInput(name: field.name, value: field.value) }
                Actions { Button("Save what is chosen") }
            }
            if !taken.isEmpty {
                Details("What the other person changed and you did not (\(taken.count))") {
                    SummaryList(taken.map { .init($0.text, .text(words($0, theirs))) }, absent: "Nothing")
                }
            }
        }.markup
    }

    private func question(_ label: Label) -> Markup {
        Card(label.text) {
            Radios(
                "Which version?", name: "\(FormData.choicePrefix)\(label.names[0])",
                choices: [
                    Choice("mine", "Yours", hint: shown(label, mine)),
                    Choice("theirs", "Theirs", hint: shown(label, theirs)),
                ], chosen: "mine", layout: .list)
            for name in label.names {
                for value in mine.texts(name) { HiddenInput(name: "\(FormData.minePrefix)\(name)", value: value) }
                for value in theirs.texts(name) { HiddenInput(name: "\(FormData.theirsPrefix)\(name)", value: value) }
            }
            HiddenInput(name: "\(FormData.namesPrefix)\(label.names[0])", value: label.names.joined(separator: " "))
        }.markup
    }

    private func shown(_ label: Label, _ data: FormData) -> String {
        let text = words(label, data)
        return text.isEmpty ? "Nothing" : text
    }

    private func words(_ label: Label, _ data: FormData) -> String {
        label.names.flatMap { data.texts($0) }.map(label.words).joined(separator: label.names.count > 1 ? " " : ", ")
    }

    /// Every other field, as it goes on.
    private var carried: [(name: String, value: String)] {
        let own: Set<String> = [FormFields.secret, FormFields.token, FormFields.version, FormData.baseField]
        let chosen = Set(asked.flatMap(\.names))
        return merged.fields.filter { !own.contains($0.name) && !chosen.contains($0.name) }
            + [(FormData.baseField, theirs.urlEncoded)]
    }
}

extension FormData {
    /// The field that holds the form as it was when it was opened.
    package static let baseField = "was"
    static let choicePrefix = "keep."
    static let minePrefix = "mine."
    static let theirsPrefix = "theirs."
    static let namesPrefix = "names."

    /// The form as it was when it was opened; nil where the form does not remember it.
    var remembered: FormData? {
        let text = text(FormData.baseField)
        return text.isEmpty ? nil : try? FormData(urlEncoded: text.utf8)
    }

    func agrees(with other: FormData, on names: [String]) -> Bool {
        names.allSatisfy { texts($0).sorted() == other.texts($0).sorted() }
    }

    /// A form that came back from the page above, with the choices carried out; any other form unchanged.
    package var settled: FormData {
        let prefixes = [Self.choicePrefix, Self.minePrefix, Self.theirsPrefix, Self.namesPrefix]
        var data = self
        data.fields.removeAll { field in prefixes.contains { field.name.hasPrefix($0) } }
        for field in fields where field.name.hasPrefix(Self.choicePrefix) {
            let key = field.name.dropFirst(Self.choicePrefix.count)
            let source = field.value == "theirs" ? Self.theirsPrefix : Self.minePrefix
            for name in text("\(Self.namesPrefix)\(key)").split(separator: " ") {
                data.fields.removeAll { $0.name == name }
                data.fields += texts("\(source)\(name)").map { (String(name), $0) }
            }
        }
        return data
    }
}

extension Response {
    /// An entry that was made on an older version of the record (409).
    package static func conflict(_ markup: Markup) -> Response {
        page(markup, status: .conflict)
    }
}
