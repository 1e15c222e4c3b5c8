import HTML
import Testing

@Suite("Links")
struct LinkTests {
    @Test(
        "a value in a path stays one step of it",
        arguments: [
            ("SW-0168", "/sandwell/SW-0168/open"),
            ("a/b", "/sandwell/a%2Fb/open"),
            ("../../admin", "/sandwell/..%2F..%2Fadmin/open"),
            ("..", "/sandwell/-/open"),
            (".", "/sandwell/-/open"),
            ("", "/sandwell/-/open"),
            ("x?y#z&w=1", "/sandwell/x%3Fy%23z%26w%3D1/open"),
            ("ł \"", "/sandwell/%C5%82%20%22/open"),
            ("javascript:alert(1)", "/sandwell/javascript%3Aalert%281%29/open"),
        ])
    func steps(value: String, expected: String) {
        let link: Link = "/sandwell/\(value)/open"
        #expect(link.text == expected)
    }

    @Test(
        "a link never leaves this site, whatever is put into it",
        arguments: ["", "/", "//evil.example", "\\evil.example", "https://evil.example", "javascript:alert(1)", "."])
    func staysHere(value: String) {
        let links: [Link] = ["/\(value)", "/\(value)/next", "\(value)", "\(value)\(value)"]
        for link in links {
            #expect(link.text.hasPrefix("/"))
            #expect(!link.text.hasPrefix("//"))
            #expect(!link.text.contains(":"))
            #expect(!link.text.contains("\\"))
        }
    }

    @Test("a literal that looks like another site becomes a path of this one")
    func literals() {
        #expect(Link(path: "//evil.example").text == "/evil.example")
        #expect(("concerns" as Link).text == "/concerns")
    }

    @Test("items of a query are encoded, absent ones left out, and the fragment stays last")
    func queries() {
        let link = ("/search#results" as Link).query("q", "a&b=c d").query("town", nil).query("page", 2)
        #expect(link.text == "/search?q=a%26b%3Dc%20d&page=2#results")
        #expect(link.path == "/search")
        #expect(link.fragment("x y").text == "/search?q=a%26b%3Dc%20d&page=2#x%20y")
        let empty = ""
        #expect(("/search?q=\(empty)" as Link).text == "/search?q=")
    }

    @Test("a link goes on from another")
    func nesting() {
        let base: Link = "/\("sand well")"
        #expect(("\(base)/concerns/\(7)" as Link).text == "/sand%20well/concerns/7")
        #expect(Link(fragment: "where it is").text == "#where%20it%20is")
    }

    @Test(
        "an address that came back is taken only when it is a path of this site",
        arguments: [
            ("/sandwell/concerns?after=3#x", true),
            ("/", true),
            ("//evil.example", false),
            ("/\\evil.example", false),
            ("https://evil.example", false),
            ("javascript:alert(1)", false),
            ("", false),
            ("/a\r\nSet-Cookie: x", false),
            ("/\t/evil.example", false),
            ("/" + String(repeating: "a", count: 3000), false),
        ])
    func returned(text: String, isTaken: Bool) {
        #expect((Link(returned: text) != nil) == isTaken)
    }

    @Test("a telephone number keeps only its digits and its plus")
    func telephone() {
        #expect(ExternalLink(telephone: "+44 (0)800 0121-700").text == "tel:+4408000121700")
        #expect(ExternalLink(telephone: "\"><script>1").text == "tel:1")
        #expect(a(.href(ExternalLink("https://www.bbc.co.uk/weather"))) { "Exit" }.string.contains("href=\"https://"))
    }
}
