import Design
import HTML

extension SummaryList.Fact {
    /// A fact whose text was made at run time.
    init(_ name: String, text: String) {
        self.init(name, .text(text))
    }
}
