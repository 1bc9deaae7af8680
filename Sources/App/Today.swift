internal import Foundation
public import Kernel

extension Day {
  /// The day it is now, in UTC.
  public static var today: Day {
    Day(number: Int32((Date().timeIntervalSince1970 / 86_400).rounded(.down)))
  }
}
