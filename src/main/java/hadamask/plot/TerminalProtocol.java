package hadamask.plot;

/// How a terminal is made to show a picture.
public enum TerminalProtocol {
    /// The graphics protocol of kitty: a PNG.
    KITTY,
    /// Sixels, as the VT340 had them: bands of six rows, up to 240 colours.
    SIXEL,
    /// Upper half blocks in 24-bit colours: two pixels in a cell.
    BLOCKS,
    /// Upper half blocks in the 256 colours of xterm.
    PALETTE
}
