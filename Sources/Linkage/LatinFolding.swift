import Foundation

/// Brings a text to lower-case Latin letters, digits and single spaces: accents dropped, Cyrillic, Greek and Arabic letters
/// written in Latin ones, apostrophes dropped, everything else a space.
///
/// Letters of other scripts stay as they are, so that they still agree with themselves. The romanisations are the plain ones
/// of the ALA-LC tables without their marks (Library of Congress, 1997), which is what a clerk's keyboard leaves of them.
enum LatinFolding {
    /// Appends the folded text to `output`; returns how many bytes were appended.
    @discardableResult
    static func fold(_ text: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) -> Int {
        let start = output.count
        var gap = false
        var at = 0
        while at < text.count {
            let byte = text[at]
            if byte < 0x80 {
                at += 1
                let letter = asciiTable[Int(byte)]
                if letter == 0x20 {
                    gap = true
                } else if letter != 0 {
                    if gap, output.count > start { output.append(0x20) }
                    gap = false
                    output.append(letter)
                }
                continue
            }
            let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
            let end = min(at + length, text.count)
            var scalar = UInt32(byte) & (0x7F >> UInt32(length))
            for place in (at + 1)..<max(end, at + 1) { scalar = scalar << 6 | UInt32(text[place] & 0x3F) }
            if (0x0300...0x036F).contains(scalar) || (0x064B...0x065F).contains(scalar) || scalar == 0x2019 || scalar == 0x02BC {
                at = end
                continue
            }
            if scalar < 0x00C0 || (0x2000...0x206F).contains(scalar) {
                gap = true
                at = end
                continue
            }
            if gap, output.count > start { output.append(0x20) }
            gap = false
            if let letters = letters[scalar] {
                output.append(contentsOf: letters)
            } else {
                output.append(contentsOf: text[at..<end])
            }
            at = end
        }
        return output.count - start
    }

    /// What each ASCII byte becomes: itself in lower case, nothing (0) or a space.
    private static let asciiTable: [UInt8] = (0..<128).map { (byte: UInt8) -> UInt8 in
        switch byte {
        case 0x30...0x39, 0x61...0x7A: byte
        case 0x41...0x5A: byte + 0x20
        case 0x27, 0x60: 0
        default: 0x20
        }
    }

    private static let letters: [UInt32: [UInt8]] = {
        var table: [UInt32: [UInt8]] = [:]
        for range in [0x00C0...0x024F, 0x1E00...0x1EFF] as [ClosedRange<UInt32>] {
            for value in range {
                guard let scalar = Unicode.Scalar(value) else { continue }
                let plain = String(scalar).folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
                let bytes = plain.utf8.filter { (0x61...0x7A).contains($0) }
                if !bytes.isEmpty { table[value] = bytes }
            }
        }
        for (letters, latin) in alphabets {
            for (letter, sound) in zip(letters.unicodeScalars, latin.split(separator: " ", omittingEmptySubsequences: false)) {
                table[letter.value] = Array(sound.utf8)
            }
        }
        return table
    }()

    private static let alphabets: [(String, String)] = [
        ("łŁđĐðÐøØıßæÆœŒþÞ", "l l d d d d o o i ss ae ae oe oe th th"),
        ("абвгдежзийклмнопрстуфхцчшщъыьэюя", "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya"),
        ("АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ", "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya"),
        ("ёЁїЇіІєЄґҐўЎ", "e e i i i i e e g g u u"),
        ("αβγδεζηθικλμνξοπρσςτυφχψω", "a v g d e z i th i k l m n x o p r s s t y f ch ps o"),
        ("ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ", "a v g d e z i th i k l m n x o p r s t y f ch ps o"),
        ("ابتثجحخدذرزسشصضطظعغفقكلمنهوي", "a b t th j h kh d dh r z s sh s d t z a gh f q k l m n h w y"),
        ("أإآىةپچژگکیؤئ", "a i a a a p ch zh g k y w y"),
    ]
}
