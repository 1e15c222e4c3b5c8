import Kernel
import Web

/// A figure from elsewhere as a form sends it.
enum StatedFigureForm {
    static func data(of draft: StatedFigureDraft) -> FormData {
        FormData(fields: StatedFigureEntry.Field.allCases.map { ($0.rawValue, StatedFigureEntry.text($0, of: draft)) })
    }

    /// What the questions are called, for two people who change them at once.
    static let labels: [StaleEditPage.Label] =
        StatedFigureEntry.Field.allCases.filter { $0 != .key }.map { .init($0.rawValue, $0.label) }
}
