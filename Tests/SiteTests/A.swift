import HummingbirdTesting
import Testing

@Test func a() {}
