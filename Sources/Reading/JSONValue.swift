/// A JSON value as it stands in a file. Numbers keep their text, for they may be ids.
package indirect enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case array([Located])
  case object([Member])

  /// A value and the byte at which it begins.
  package struct Located: Hashable, Sendable {
    package var offset: Int
    package var value: JSONValue
  }

  package struct Member: Hashable, Sendable {
    package var name: String
    package var value: JSONValue
  }

  /// The last member of that name, as other readers take it; nil for what is no object.
  package subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.name == name }?.value
  }

  /// The text of a string or number that is not empty.
  package var text: String? {
    switch self {
    case .string(let text), .number(let text): text.isEmpty ? nil : text
    default: nil
    }
  }

  package var kindName: String {
    switch self {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}
