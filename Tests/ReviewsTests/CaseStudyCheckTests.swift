import Kernel
import Testing

@testable import Reviews

@Suite("The check of a case study")
struct CaseStudyCheckTests {
    private let check = CaseStudyCheck(places: ["Ferrowick", "Quillmoor Vale"])

    @Test("finds nothing in a story without names, places and dates")
    func clean() {
        let story = """
            A concern about a factory was put to the virtual team. Agencies visited together, and the Modern Slavery Act gave them powers.
            One worker said: “I was not paid.” Two of the people, both Romanian, were offered a referral. She found a place within three days.
            """
        #expect(check.findings(story) == [])
    }

    @Test(
        "finds what could tell who it is about",
        arguments: [
            ("The owner, Zebedee, was there.", CaseStudyCheck.Finding.Kind.name), ("Marisela was found.", .name),
            ("They met Mr Thistlewood.", .name), ("It was in Ferrowick.", .place), ("A yard in Quillmoor Vale was searched.", .place),
            ("The house in Larch Street was empty.", .place), ("On 3 May the team went.", .date), ("It happened on a Tuesday.", .date),
            ("They came in 2029.", .date), ("They went on 03/05/2029.", .date), ("She went home in March.", .date),
            ("A 34-year-old woman spoke.", .age), ("He was aged 17.", .age), ("They rang 07700 900123.", .contact),
            ("They wrote to x@example.org.", .contact), ("A van, AB12, stood there.", .contact),
        ])
    func found(text: String, kind: CaseStudyCheck.Finding.Kind) {
        #expect(check.findings(text).contains { $0.kind == kind }, "\(check.findings(text))")
    }

    @Test("takes nationalities and countries for no names: they are counted")
    func origins() {
        let check = CaseStudyCheck(places: ["Ferrowick"], origins: ["Ruritanian", "Ruritania", "British Virgin Islander"])
        #expect(check.findings("Men from Ruritania came. Ruritanians and a Virgin Islander spoke.") == [])
        #expect(check.findings("They came from Graustark.").map(\.kind) == [.name])
    }

    @Test("takes the writer's word for a capital letter, and for nothing else")
    func accepted() {
        #expect(check.findings("Officers of Operation Kestrel came.", accepted: ["Operation Kestrel"]) == [])
        #expect(check.findings("It was in Ferrowick.", accepted: ["Ferrowick"]).map(\.kind) == [.place])
    }

    @Test("is made for the titles and texts of all case studies of a review, and of them alone")
    func review() throws {
        let file = """
            # Foreword
            Zebedee welcomes you to Ferrowick.
            # Case study: A yard in Ferrowick
            Accepted words: Kestrel
            The Kestrel team went in.
            """
        let text = try #require(ReviewText.reading(Array(file.utf8)).result)
        #expect(text.findings(check).map(\.field) == ["case study “A yard in Ferrowick”"])
    }
}
