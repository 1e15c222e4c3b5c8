import HTML
import Testing

@testable import Design

@Suite("Style sheet, scripts and their files")
struct AssetTests {
    @Test(
        "the sum of a file is FNV-1a in 64 bits",
        arguments: [("", "cbf29ce484222325"), ("a", "af63dc4c8601ec8c"), ("foobar", "85944171f73967e8")])
    func sums(text: String, expected: String) {
        #expect(Asset.sum(Array(text.utf8)) == expected)
    }

    @Test("every file is found by its name, and an older version is not")
    func names() {
        #expect(Set(Asset.all.map(\.fileName)).count == Asset.all.count)
        for asset in Asset.all {
            #expect(Asset.named(asset.fileName)?.bytes == asset.bytes)
            #expect(asset.link.text == "/assets/\(asset.fileName)")
        }
        #expect(Asset.named("plainsight.0000000000000000.css") == nil)
        #expect(Asset.named("") == nil)
    }

    @Test("scripts make no markup, run no text and speak to this site only")
    func scripts() {
        let scripts = [
            Enhancement.drafts, Enhancement.exitPage, Enhancement.passwordToggle, Enhancement.offlineScreening,
            Enhancement.screeningWorker, Enhancement.copyValues, Enhancement.lookUp,
        ]
        for script in scripts {
            #expect(script.contains("\"use strict\""))
            for forbidden in ["innerHTML", "eval(", "new Function", "document.write", "http://", "https://", ".style"] {
                #expect(!script.contains(forbidden), "\(forbidden)")
            }
        }
    }

    @Test("the style sheet has every width of a bar and closes what it opens")
    func styleSheet() {
        let css = StyleSheet.css
        for width in 0...100 { #expect(css.contains(".w\(width){width:\(width)%}")) }
        #expect(css.filter { $0 == "{" }.count == css.filter { $0 == "}" }.count)
        #expect(!css.contains("url("))
        #expect(!css.contains("@import"))
        for rule in ["prefers-reduced-motion", "forced-colors", "@media print"] { #expect(css.contains(rule)) }
    }

    @Test(
        "text can be read on its ground, 4.5 to 1 at least",
        arguments: [
            ("ink", "paper"), ("ink", "mist"), ("ink-soft", "paper"), ("ink-soft", "mist"), ("lead", "paper"),
            ("lead", "mist"), ("lead-dark", "lead-tint"), ("ink", "lead-tint"), ("ink-soft", "lead-tint"),
            ("alert", "paper"),
            ("alert", "mist"), ("alert", "alert-tint"), ("lead", "alert-tint"), ("warn", "warn-tint"),
            ("lead", "warn-tint"),
            ("good", "good-tint"), ("lead", "good-tint"), ("quiet", "quiet-tint"), ("paper", "lead"),
            ("paper", "lead-dark"), ("paper", "alert"), ("paper", "alert-dark"), ("paper", "ink"),
        ])
    func textContrast(text: String, ground: String) throws {
        #expect(try Colours.contrast(text, ground) >= 4.5)
    }

    @Test(
        "what is drawn can be seen on its ground, 3 to 1 at least",
        arguments: [("bar", "paper"), ("ink-soft", "paper"), ("ink", "focus"), ("ink", "mist"), ("lead", "mist")])
    func drawingContrast(drawing: String, ground: String) throws {
        #expect(try Colours.contrast(drawing, ground) >= 3)
    }
}

/// The colours of the style sheet's tokens and how WCAG 2.2 measures their contrast.
private enum Colours {
    static func contrast(_ one: String, _ other: String) throws -> Double {
        let lights = try [luminance(one), luminance(other)].sorted()
        return (lights[1] + 0.05) / (lights[0] + 0.05)
    }

    private static func luminance(_ token: String) throws -> Double {
        let found = try #require(StyleSheet.css.firstRange(of: "--\(token): #"))
        let value = try #require(Int(StyleSheet.css[found.upperBound...].prefix(6), radix: 16))
        let parts = [16, 8, 0].map { shift in linear(Double((value >> shift) & 255) / 255) }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    private static func linear(_ part: Double) -> Double {
        guard part > 0.04045 else { return part / 12.92 }
        // x to the power of 2.4, as the fifth root of x to the twelfth, by Newton's method.
        let base = (part + 0.055) / 1.055
        let twelfth = (0..<12).reduce(1.0) { product, _ in product * base }
        var root = base
        for _ in 0..<40 { root = (4 * root + twelfth / (root * root * root * root)) / 5 }
        return root
    }
}
