import HTML
import Testing

@Suite("Markup")
struct MarkupTests {
    @Test(
        "text means only itself, whatever it contains",
        arguments: [
            ("Oldbury", "Oldbury"),
            ("", ""),
            ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
            ("Tom & \"Jerry's\"", "Tom &amp; &quot;Jerry&#39;s&quot;"),
            ("a\u{0}b\u{1B}c\u{7F}d", "abcd"),
            ("tab\tline\nreturn\r", "tab\tline\nreturn"),
            ("\u{202E}drawer\u{200F}", "\u{202E}drawer\u{200F}"),
            ("Łódź 北京 😀", "Łódź 北京 😀"),
            ("&amp;", "&amp;amp;"),
            ("<", "&lt;"),
            ("a<", "a&lt;"),
        ])
    func textIsEscaped(text: String, expected: String) {
        #expect(Markup.text(text).string == expected)
        #expect(p { text }.string == "<p>\(expected)</p>")
        #expect(p(.id(text)) {}.string == "<p id=\"\(expected)\"></p>")
    }

    @Test("text as long as a whole file is escaped in every place")
    func longText() {
        let text = String(repeating: "<&>x", count: 100_000)
        #expect(Markup.text(text).string == String(repeating: "&lt;&amp;&gt;x", count: 100_000))
    }

    @Test("a string literal where markup is expected is text, and so is what is put into it")
    func literals() {
        let name = "<b>"
        let cell: Markup = "Seen by \(name)"
        #expect(cell.string == "Seen by &lt;b&gt;")
    }

    @Test("elements stand in each other in the order of the block")
    func nesting() {
        let page = div(.class("card")) {
            h2 { "What was seen" }
            p {
                "About "
                strong { "fifty" }
                " workers"
            }
        }
        #expect(
            page.string
                == "<div class=\"card\"><h2>What was seen</h2><p>About <strong>fifty</strong> workers</p></div>")
    }

    @Test(
        "a condition without another branch writes nothing when it fails",
        arguments: [(true, "<p>late</p>"), (false, "<p></p>")])
    func conditions(isLate: Bool, expected: String) {
        #expect(p { if isLate { "late" } }.string == expected)
    }

    @Test("branches, loops and absent values take their place")
    func blocks() {
        func line(_ number: Int) -> Markup {
            li {
                switch number {
                case 0: "none"
                case 1: em { "one" }
                default: "\(number)"
                }
            }
        }
        let absentText: String? = nil
        let presentText: String? = "here"
        let absent: Markup? = nil
        let list = ul {
            for number in 0..<3 { line(number) }
            absentText
            absent
            presentText
        }
        #expect(list.string == "<ul><li>none</li><li><em>one</em></li><li>2</li>here</ul>")
        #expect(div {}.string == "<div></div>")
    }

    @Test("tags without content have no end tag")
    func voidTags() {
        #expect(br().string == "<br>")
        #expect(hr().string == "<hr>")
        #expect(
            input(.type("text"), .name("town"), .value("Tipton")).string
                == "<input type=\"text\" name=\"town\" value=\"Tipton\">")
    }

    @Test("a component stands in a block like a tag, and an absent one writes nothing")
    func components() {
        struct Greeting: Component {
            let name: String
            var markup: Markup { p { "Hello, \(name)" } }
        }
        let absent: Greeting? = nil
        let page = Markup {
            Greeting(name: "<you>")
            absent
        }
        #expect(page.string == "<p>Hello, &lt;you&gt;</p>")
    }

    @Test("the first line break of a text area is the writer's own")
    func firstLineBreak() {
        #expect(textarea { "\nsecond line" }.string == "<textarea>\n\nsecond line</textarea>")
        #expect(pre { "one" }.string == "<pre>\none</pre>")
    }

    @Test("pieces are joined with the separator between them only")
    func joining() {
        let pieces: [Markup] = ["a", "b", "c"]
        #expect(pieces.joined(by: .raw(trusted: "<br>")).string == "a<br>b<br>c")
        #expect([Markup]().joined().isEmpty)
        #expect((Markup.text("a") + Markup.text("<")).string == "a&lt;")
    }

    @Test("a drawing writes its lengths without needless decimals")
    func drawings() {
        let drawing = SVG.drawing(viewBox: "0 0 10 10", .role("img")) {
            SVG.rectangle(x: 1, y: 2.5, width: 1.0 / 3, height: 4, .class("bar"))
        }
        #expect(
            drawing.string
                == """
                <svg viewBox="0 0 10 10" role="img"><rect x="1" y="2.5" width="0.33" height="4" class="bar"></rect></svg>
                """)
    }
}
