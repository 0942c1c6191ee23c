import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Holds a bill of materials to the list of what is shipped.
///
/// Usage: `java Bill.java BILL.json LIST`, LIST as `Shipped.java` reads it. The status is 1 when they differ.
void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    String bill = Files.readString(file);
    List<String> faults = new ArrayList<>();
    List<String> shipped = Files.readAllLines(Path.of(args[1]));
    for (String line : shipped) {
        String[] words = line.split(" +");
        String[] name = words[1].split(":");
        String reference = "\"pkg:maven/" + name[0] + "/" + name[1] + "@" + name[2] + "?type=jar\"";
        if (!bill.contains(reference) || !bill.contains("\"" + words[0] + "\"")) {
            faults.add(file + ": " + words[1] + " is shipped, but not in the bill with its SHA-256");
        }
    }
    long listed = bill.split("\"bom-ref\"", -1).length - 2; // one is the program
    if (listed != shipped.size()) {
        faults.add(file + ": " + listed + " libraries, expected " + shipped.size());
    }
    faults.forEach(System.err::println);
    if (!faults.isEmpty()) {
        System.exit(1);
    }
}
