package hadamask.batch;

/// An encoded picture of a report.
///
/// @param name which of the pictures of an image it is, with the ending of its format, such as `card.jpg`
/// @param content the bytes of the file
@SuppressWarnings("ArrayRecordComponent") // written, never compared
public record ReportPicture(String name, byte[] content) {}
