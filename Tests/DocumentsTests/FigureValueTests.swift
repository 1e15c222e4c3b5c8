import Testing

@testable import Documents

@Suite("A figure in a document")
struct FigureValueTests {
    @Test(
        "is written with commas, a percent sign or its shorthand",
        arguments: [
            (FigureValue.number(0), "0"), (.number(468), "468"), (.number(1_253), "1,253"), (.number(1_000_000), "1,000,000"),
            (.number(-4_200), "-4,200"), (.percent(59), "59%"), (.withheld, "[c]"), (.notAvailable, "[x]"), (.notApplicable, "[z]"),
        ])
    func text(value: FigureValue, text: String) {
        #expect(value.text == text)
    }

    @Test("carries its marks in one order")
    func marks() {
        #expect(MarkedFigure(.number(7), [.revised, .provisional]).text == "7 [p] [r]")
        #expect(Set(FigureMark.allCases.map(\.meaning)).count == FigureMark.allCases.count)
    }
}
