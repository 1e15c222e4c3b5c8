import Documents
import Kernel
import Testing

@testable import Reviews

@Suite("The files that people write for a review")
struct TextFileTests {
    @Test("give foreword, sections and case studies from headings")
    func markdown() throws {
        let file = """
            # Foreword
            First line
            and second.

            — The chair

            # Achievements
            - One
              goes on
            - Two
            ## More
            > Words
            — A member
            # Case study: A yard
            They went in.
            """
        let text = try #require(ReviewText.reading(Array(file.utf8)).result)
        #expect(text.parts.map(\.place) == [.foreword, .section, .caseStudy])
        #expect(text.parts[0].blocks == [.paragraph("First line and second."), .signature("The chair")])
        #expect(text.parts[1].blocks == [.list(["One goes on", "Two"]), .subheading("More"), .quotation("Words", by: "A member")])
        #expect(text.parts[2].title == "A yard")
    }

    @Test("give the same and corrections from JSON")
    func json() throws {
        let file = """
            {"sections":[{"kind":"case study","title":"A yard","text":"They went in.","accepted":["Kestrel"]}],
             "corrections":[{"day":"1 May 2031","was":"172","now":"171","why":"One was a duplicate."}]}
            """
        let text = try #require(ReviewText.reading(Array(file.utf8)).result)
        #expect(text.parts.first?.accepted == ["Kestrel"])
        #expect(text.corrections == [Correction(day: "1 May 2031", was: "172", isNow: "171", why: "One was a duplicate.")])
    }

    @Test("are refused with a reason where they are something else", arguments: ["{\"sections\":1}", "{", "words without a heading"])
    func refused(file: String) {
        #expect(!ReviewText.reading(Array(file.utf8)).problems.isEmpty)
        #expect(!ReviewText.reading([0xFF, 0xFE]).problems.isEmpty)
    }

    @Test("give objectives from JSON and from CSV alike")
    func objectives() throws {
        let json = """
            {"objectives":[{"number":"1.1","item":"Pathways","objective":"Embed them.","status":"Met","progress":["Agreed.","Taught."],"measures":["concerns"]}]}
            """
        let csv = "number,item,objective,status,progress,measures\n1.1,Pathways,Embed them.,Met,Agreed. | Taught.,concerns\n"
        let first = try #require(ObjectiveFile.reading(Array(json.utf8)).result)
        #expect(ObjectiveFile.reading(Array(csv.utf8)).result == first)
        #expect(first.entries.first?.measures == [.concerns])
    }

    @Test("take what figures from elsewhere say into the progress, and tell which of them nobody knows")
    func stating() throws {
        let csv = "objective,progress,figures\nTrain.,Begun.,trained | nobody\n"
        let file = try #require(ObjectiveFile.reading(Array(csv.utf8)).result)
        let (stated, unknown) = file.stating { $0 == "trained" ? "People trained: 1,253." : nil }
        #expect(stated.entries.map(\.progress) == [["Begun.", "People trained: 1,253."]])
        #expect(unknown == ["nobody"])
    }

    @Test(
        "are refused where an objective is missing, a status or a measure unknown, or a column is none of ours",
        arguments: [
            "{\"objectives\":[]}", "{\"objectives\":[{\"number\":\"1\"}]}", "{\"objectives\":[{\"objective\":\"A\",\"status\":\"Fine\"}]}",
            "{\"objectives\":[{\"objective\":\"A\",\"measures\":[\"arrests\"]}]}", "objective,colour\nA,red\n", "number\n1\n",
            "objective,measures\nA,arrests\n", "",
        ])
    func badObjectives(file: String) {
        #expect(!ObjectiveFile.reading(Array(file.utf8)).problems.isEmpty)
    }
}
