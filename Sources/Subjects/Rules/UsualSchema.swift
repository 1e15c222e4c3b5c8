/// The schema that is offered to agencies that have none of their own: names in bigrams, the date of birth by its digits and their
/// places, and gender, in encodings of 1,024 bits.
package enum UsualSchema {
    package static let text = """
        {"version": 3, "clkConfig": {"l": 1024, "kdf": {"type": "HKDF", "hash": "SHA256"}}, "features": [
          {"identifier": "forename", "format": {"type": "string", "encoding": "utf-8", "case": "mixed"},
           "hashing": {"comparison": {"type": "ngram", "n": 2}, "strategy": {"bitsPerToken": 15},
                       "missingValue": {"sentinel": "", "replaceWith": ""}}},
          {"identifier": "surname", "format": {"type": "string", "encoding": "utf-8", "case": "mixed"},
           "hashing": {"comparison": {"type": "ngram", "n": 2}, "strategy": {"bitsPerToken": 15},
                       "missingValue": {"sentinel": "", "replaceWith": ""}}},
          {"identifier": "date_of_birth", "format": {"type": "date", "format": "%Y-%m-%d"},
           "hashing": {"comparison": {"type": "ngram", "n": 1, "positional": true}, "strategy": {"bitsPerToken": 15},
                       "missingValue": {"sentinel": "", "replaceWith": ""}}},
          {"identifier": "gender", "format": {"type": "string", "encoding": "utf-8", "case": "mixed"},
           "hashing": {"comparison": {"type": "ngram", "n": 1}, "strategy": {"bitsPerToken": 10},
                       "missingValue": {"sentinel": "", "replaceWith": ""}}}
        ]}
        """
}
