package hadamask.batch;

import hadamask.file.Input;
import hadamask.file.InputException;
import hadamask.file.Plain;
import hadamask.region.RegionLabels;
import hadamask.table.Table;
import hadamask.table.read.TextTable;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The numbers of the regions that are kept: a list of numbers, one a line, or a table with a column `label`, such as `measure` writes;
/// for many images with a column `image`, too.
public final class KeptLabels {
    private final TextTable table;
    private final int image;
    /// The row of each number, by image; all stand below an empty name where there is no column of images.
    private final Map<String, Map<Integer, Integer>> rows = new LinkedHashMap<>();

    private KeptLabels(TextTable table, int image) {
        this.table = table;
        this.image = image;
    }

    /// Reads a list.
    ///
    /// @param many whether it must tell images apart
    /// @throws InputException if it is no such list
    public static KeptLabels read(Input input, boolean many) {
        TextTable table = TextTable.read(input);
        int label = table.column("label");
        boolean bare = label < 0 && table.row(0).size() == 1 && table.row(0).getFirst().matches("\\d+");
        if (label < 0 && !bare) {
            throw new InputException("has no column label, expected one, or a number a line").at(table.name());
        }
        KeptLabels kept = new KeptLabels(table, bare ? -1 : table.column("image"));
        if (many && kept.image < 0) {
            throw new InputException("has no column image, expected one for the images of a folder").at(table.name());
        }
        for (int row = bare ? 0 : 1; row < table.size(); row++) {
            kept.add(row, table.row(row).get(bare ? 0 : label));
        }
        return kept;
    }

    private void add(int row, String word) {
        int number;
        try {
            number = Integer.parseInt(word);
        } catch (NumberFormatException e) {
            throw new InputException("\"" + word + "\" is no number of a region").at(table.place(row));
        }
        String name = image < 0 ? "" : table.row(row).get(image);
        rows.computeIfAbsent(name, its -> new LinkedHashMap<>()).put(number, row);
    }

    /// The regions of an image that are kept, under their numbers.
    ///
    /// @param regions given up by the caller
    /// @throws InputException if there is no region of a number: the list is of another image, or of other options
    public RegionLabels of(String name, RegionLabels regions) {
        String cell = image < 0 ? "" : Plain.text(name);
        Map<Integer, Integer> numbers = rows.getOrDefault(cell, Map.of());
        Set<Integer> known = new HashSet<>();
        for (int label = 1; label <= regions.count(); label++) {
            known.add(regions.name(label));
        }
        numbers.forEach((number, row) -> {
            if (!known.contains(number)) {
                throw new InputException(
                        "there is no region " + number + " among the " + Table.count(regions.count(), "region")
                                + " of " + name + " (measure with the options that the list was made with)")
                        .at(table.place(row));
            }
        });
        return regions.keep(numbers.keySet());
    }

    /// Whether the list has a region of an image.
    public boolean has(String name) {
        return rows.containsKey(image < 0 ? "" : Plain.text(name));
    }

    /// Refuses rows of other images than those that are measured.
    ///
    /// @throws InputException if there is one
    public void requireAmong(List<Source> images) {
        Set<String> known = new HashSet<>();
        images.forEach(source -> known.add(Plain.text(source.name())));
        rows.forEach((name, numbers) -> {
            if (image >= 0 && !known.contains(name)) {
                throw new InputException(name + " is none of the masks, expected one of them")
                        .at(table.place(numbers.values().iterator().next()));
            }
        });
    }

    /// Refuses a list of other images than the one that is measured.
    ///
    /// @throws InputException if it has a column of images, and none of its rows is of this one
    public void requireNamed(String mask) {
        if (image >= 0 && !has(mask)) {
            throw new InputException("names no region of " + mask + ", expected it in the column image")
                    .at(table.name());
        }
    }

    /// The name of the list.
    public String name() {
        return table.name();
    }
}
