import Design
import HTML
import Linkage

/// What speaks for two mentions being of one subject, and what against it.
struct ContributionList: Component {
    let contributions: [Contribution]

    var markup: Markup {
        ul(.class("weights")) {
            for one in contributions where one.bits.magnitude >= 0.05 {
                li(.class(one.bits < 0 ? "against" : "for")) {
                    span { "\(one.field) \(one.finding)" }
                    " "
                    strong(.class("num")) { ContributionList.number(one.bits) }
                }
            }
        }
    }

    /// "+11.2", "−5.0"
    static func number(_ bits: Float) -> String {
        let tenths = Int((abs(bits) * 10).rounded())
        return "\(bits < 0 ? "−" : "+")\(tenths / 10).\(tenths % 10)"
    }

    /// How strong a whole weight in tenths of a bit is, in words.
    static func strength(_ tenths: Int) -> String {
        switch tenths {
        case 150...: "Very likely"
        case 110...: "Likely"
        default: "Perhaps"
        }
    }
}
