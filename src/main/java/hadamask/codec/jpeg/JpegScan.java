package hadamask.codec.jpeg;

import org.jspecify.annotations.Nullable;

/// What the header of a scan says: which components, with which codes, which coefficients, which bits of them.
///
/// @param components their numbers in the frame
/// @param dc the codes of their means, null where the scan has none
/// @param ac the codes of the other coefficients, null where the scan has none
/// @param first the first coefficient, 0 to 63
/// @param last the last coefficient
/// @param refines whether the scan adds one bit to coefficients of an earlier one
/// @param progressive whether coefficients come in several scans
/// @param grid of the units: blocks, or groups of blocks of all components
@SuppressWarnings("ArrayRecordComponent") // read, never compared
record JpegScan(int[] components, @Nullable JpegCode[] dc, @Nullable JpegCode[] ac, int first, int last,
        boolean refines, boolean progressive, Grid grid) {

    /// How units lie.
    ///
    /// @param columns units in a row
    /// @param rows of units
    /// @param across blocks of each component in a unit, in a row
    /// @param down rows of blocks of each component in a unit
    /// @param stride blocks that a row of each component has at most
    @SuppressWarnings("ArrayRecordComponent") // read, never compared
    record Grid(int columns, int rows, int[] across, int[] down, int[] stride) {}

    /// @param from behind the length of the segment
    /// @param codes of means, then from 16 on of other coefficients
    /// @return null where the header makes no sense
    static @Nullable JpegScan of(byte[] file, int from, int to, JpegHeader header, @Nullable JpegCode[] codes) {
        int n = from < to ? file[from] & 0xFF : 0;
        if (n < 1 || n > 4 || from + 4 + 2 * n > to) {
            return null;
        }
        int range = from + 1 + 2 * n;
        boolean progressive = header.isProgressive();
        int first = progressive ? file[range] & 0xFF : 0;
        int last = progressive ? file[range + 1] & 0xFF : 63;
        boolean refines = progressive && (file[range + 2] & 0xF0) != 0;
        if (last > 63 || first > last) {
            return null;
        }
        int[] components = new int[n];
        @Nullable
        JpegCode[] dc = new @Nullable JpegCode[n];
        @Nullable
        JpegCode[] ac = new @Nullable JpegCode[n];
        boolean needsDc = first == 0 && !refines;
        boolean needsAc = last > 0 && (!progressive || first > 0);
        for (int i = 0; i < n; i++) {
            int component = component(header, file[from + 1 + 2 * i] & 0xFF);
            int tables = file[from + 2 + 2 * i];
            JpegCode mean = codes[tables >> 4 & 15];
            JpegCode others = codes[16 + (tables & 15)];
            if (component < 0 || (needsDc && mean == null) || (needsAc && others == null)) {
                return null;
            }
            components[i] = component;
            dc[i] = mean;
            ac[i] = others;
        }
        return new JpegScan(components, dc, ac, first, last, refines, progressive, grid(header, components));
    }

    private static int component(JpegHeader header, int name) {
        for (int i = 0; i < header.components(); i++) {
            if (header.componentName(i) == name) {
                return i;
            }
        }
        return -1;
    }

    private static Grid grid(JpegHeader header, int[] components) {
        int h = 1;
        int v = 1;
        for (int i = 0; i < header.components(); i++) {
            h = Math.max(h, header.sampling(i) >> 4);
            v = Math.max(v, header.sampling(i) & 15);
        }
        int columns = Math.ceilDiv(header.width(), 8 * h);
        int rows = Math.ceilDiv(header.height(), 8 * v);
        int n = components.length;
        int[] across = new int[n];
        int[] down = new int[n];
        int[] stride = new int[n];
        for (int i = 0; i < n; i++) {
            int sampling = header.sampling(components[i]);
            across[i] = n == 1 ? 1 : sampling >> 4;
            down[i] = n == 1 ? 1 : sampling & 15;
            stride[i] = columns * (sampling >> 4);
        }
        if (n == 1) {
            int sampling = header.sampling(components[0]);
            columns = Math.ceilDiv(header.width() * (sampling >> 4), 8 * h);
            rows = Math.ceilDiv(header.height() * (sampling & 15), 8 * v);
        }
        return new Grid(columns, rows, across, down, stride);
    }

    long units() {
        return (long) grid.columns * grid.rows;
    }

    int blocksOfUnit() {
        int all = 0;
        for (int i = 0; i < components.length; i++) {
            all += grid.across[i] * grid.down[i];
        }
        return all;
    }
}
