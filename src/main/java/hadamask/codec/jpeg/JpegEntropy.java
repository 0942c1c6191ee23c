package hadamask.codec.jpeg;

import org.jspecify.annotations.Nullable;

/// Walks over the Huffman codes of a JPEG, without decoding a pixel, to find what the native decoder does not tell: of its
/// warnings, it tells the first. That is done only where there is one that may be harmless.
final class JpegEntropy {
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int DRI = 0xDD;
    private static final int DHT = 0xC4;
    /// Data that are damaged are decoded as noise, and meet a word that is none, or more than 64 coefficients, within so many
    /// blocks. Where fewer were decoded, bytes that are left over are what was not understood, but for bytes that fill up.
    private static final int BLOCKS_OF_PROOF = 2000;

    private final byte[] file;
    private final JpegHeader header;
    private final JpegBits bits;
    private final JpegBlocks blocks;
    private final @Nullable JpegCode[] codes = new JpegCode[32];
    private int interval;

    private JpegEntropy(byte[] file, JpegHeader header) {
        this.file = file;
        this.header = header;
        this.bits = new JpegBits(file);
        this.blocks = new JpegBlocks(bits, header);
    }

    /// @param bare the JPEG as the decoder is given it
    /// @return what is damaged, a phrase, or null where all blocks of all scans are there
    static @Nullable String fault(byte[] bare, JpegHeader header) {
        return new JpegEntropy(bare, header).walk();
    }

    private @Nullable String walk() {
        int at = 2;
        while (true) {
            at = bits.nextMark(at);
            if (at + 4 > file.length || file[at + 1] == (byte) EOI) {
                return null;
            }
            int marker = file[at + 1] & 0xFF;
            if (marker >= 0xD0 && marker <= 0xD8) {
                at += 2;
                continue;
            }
            int from = at + 4;
            int to = at + 2 + uint16(at + 2);
            if (to > file.length) {
                return null;
            }
            at = to;
            if (marker == DHT) {
                takeCodes(from, to);
            } else if (marker == DRI && to - from >= 2) {
                interval = uint16(from);
            } else if (marker == SOS) {
                JpegScan scan = JpegScan.of(file, from, to, header, codes);
                if (scan == null) {
                    return "a scan begins with what makes no sense";
                }
                String fault = scanned(scan, to);
                if (fault != null) {
                    return fault;
                }
                at = bits.place();
            }
        }
    }

    private void takeCodes(int from, int to) {
        int at = from;
        while (at < to) {
            JpegCode code = JpegCode.of(file, at + 1, to);
            if (code == null) {
                return;
            }
            codes[file[at] & 31] = code;
            at += 1 + code.length();
        }
    }

    private @Nullable String scanned(JpegScan scan, int start) {
        bits.startAt(start);
        blocks.restart();
        long units = scan.units();
        int sinceMark = 0;
        for (long unit = 0; unit < units; unit++) {
            if (interval > 0 && unit > 0 && unit % interval == 0) {
                int mark = bits.nextMark(bits.place());
                boolean isRestart = mark + 1 < file.length && (file[mark + 1] & 0xF8) == 0xD0;
                if (!isRestart) {
                    return "a restart mark is missing";
                }
                String left = leftOver(bits.place(), mark, sinceMark);
                if (left != null) {
                    return left;
                }
                bits.startAt(mark + 2);
                blocks.restart();
                sinceMark = 0;
            }
            String fault = blocks.unit(scan, unit);
            if (fault != null) {
                return fault;
            }
            if (bits.isDry()) {
                return "the codes of a scan end before its blocks do";
            }
            sinceMark += scan.blocksOfUnit();
        }
        return leftOver(bits.place(), bits.nextMark(bits.place()), sinceMark);
    }

    /// Bytes before a mark that no block needs are harmless where they fill up, and where it is sure that they are not
    /// what was misunderstood.
    private @Nullable String leftOver(int from, int to, int blocksBefore) {
        int length = to - from;
        boolean fill = true;
        for (int i = from + 1; i < to; i++) {
            fill &= file[i] == file[from] || (file[i] == 0 && file[i - 1] == (byte) 0xFF);
        }
        return fill || blocksBefore >= BLOCKS_OF_PROOF ? null : length + " bytes are left behind the last block";
    }

    private int uint16(int at) {
        return (file[at] & 0xFF) << 8 | (file[at + 1] & 0xFF);
    }

}
