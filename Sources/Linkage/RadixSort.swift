/// Sorts whole numbers by their upper 32 bits, in time linear in their count (Knuth, The Art of Computer Programming, volume 3,
/// section 5.2.5); numbers with equal upper bits keep their order.
enum RadixSort {
    static func sortByUpperHalf(_ values: inout [UInt64], scratch: inout [UInt64]) {
        if scratch.count < values.count { scratch = Array(repeating: 0, count: values.count) }
        let count = values.count
        values.withUnsafeMutableBufferPointer { values in
            scratch.withUnsafeMutableBufferPointer { scratch in
                pass(values, scratch, count, shift: 32)
                pass(scratch, values, count, shift: 43)
                pass(values, scratch, count, shift: 54)
                for place in 0..<count { values[place] = scratch[place] }
            }
        }
    }

    private static func pass(
        _ source: UnsafeMutableBufferPointer<UInt64>, _ target: UnsafeMutableBufferPointer<UInt64>, _ count: Int, shift: UInt64
    ) {
        var starts = [Int](repeating: 0, count: 2049)
        for place in 0..<count { starts[Int(source[place] >> shift & 2047) + 1] += 1 }
        for digit in 1..<2049 { starts[digit] += starts[digit - 1] }
        for place in 0..<count {
            let value = source[place]
            let digit = Int(value >> shift & 2047)
            target[starts[digit]] = value
            starts[digit] += 1
        }
    }
}
