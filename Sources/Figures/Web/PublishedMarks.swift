import Design
import Documents
import HTML

/// What the marks beside figures mean.
struct PublishedMarks: Component {
    var markup: Markup {
        Details("What the marks mean") {
            ul {
                for mark in [FigureMark.notAvailable, .notApplicable, .lowReliability, .provisional, .revised, .breakInSeries, .estimated] {
                    li { "\(mark.text) \(mark.meaning)" }
                }
            }
        }.markup
    }
}
