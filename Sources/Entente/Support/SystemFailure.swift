package import Foundation

extension NSError {
  /// What the system said, without the path that is told already.
  package var localizedFailure: String {
    let cause = userInfo[NSUnderlyingErrorKey] as? NSError
    return cause.map { String(cString: strerror(Int32($0.code))) } ?? localizedDescription
  }
}
