import Foundation
import Kernel
import Partnerships

/// What a figure from elsewhere counts: a value of the list "stated_measure", read.
package struct StatedMeasure: Sendable, Hashable {
    package let code: String
    /// "People trained".
    package let label: String
    /// What one of it is: "people", "meetings", "pounds".
    package let unit: String
    /// Whether a few of it could point at somebody.
    package let isOfPeople: Bool
    /// Who answers for it.
    package let owner: String

    package init(code: String, label: String, unit: String, isOfPeople: Bool, owner: String) {
        self.code = code
        self.label = label
        self.unit = unit
        self.isOfPeople = isOfPeople
        self.owner = owner
    }

    /// A note that does not say what it counts is taken to count people: the careful reading.
    init(_ value: CodeValue) {
        let parts = value.note.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
        self.init(
            code: value.code, label: value.label, unit: parts.first ?? "people", isOfPeople: parts.count < 2 || parts[1] != "things",
            owner: parts.count > 2 ? parts[2] : "")
    }

    /// The label inside a sentence: "people trained".
    var words: String {
        guard let first = label.first, label.dropFirst().first?.isLowercase == true else { return label }
        return first.lowercased() + label.dropFirst()
    }

    /// Whether it is a share, which is no count.
    var isShare: Bool { unit == "per cent" }

    /// A number of its unit: "£85,000", "97.7%", "13 times", "1,253".
    func text(_ value: StatedValue) -> String {
        switch unit {
        case "pounds": "£\(value.text)"
        case "euros": "€\(value.text)"
        case "per cent": "\(value.text)%"
        case "times": "\(value.text) times"
        default: value.text
        }
    }
}

extension CodeLists {
    /// What figures from elsewhere can count, by code.
    package var statedMeasures: [String: StatedMeasure] {
        Dictionary(self["stated_measure"].values.map { ($0.code, StatedMeasure($0)) }) { first, _ in first }
    }
}
