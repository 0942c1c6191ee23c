import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// Checks the libraries that are shipped, before anything is compiled against them, and collects their licences.
///
/// Each library on the class path must stand in the list with its SHA-256, and each of the list on the class path. Its
/// licence, which its `pom` or a parent of that declares, must be one that works under GPL-3.0-or-later may have.
///
/// Usage: `java CheckLibraries.java LIST LICENCES NOTICES CLASSPATH`. A line of LIST is `SHA-256  GROUP:ARTIFACT:VERSION`, LICENCES
/// is a folder of the texts that libraries do not carry themselves, NOTICES the file that is written. With `-` for NOTICES, the
/// list of the class path is printed instead, and nothing is checked. The status is 1 when a check fails.
void main(String[] args) throws Exception {
    List<Library> libraries = new ArrayList<>();
    for (String path : args[3].split(File.pathSeparator)) {
        if (path.endsWith(".jar")) {
            libraries.add(Library.of(Path.of(path)));
        }
    }
    libraries.sort(java.util.Comparator.comparing(Library::name));
    if (args[2].equals("-")) {
        libraries.forEach(library -> IO.println(library.checksum() + "  " + library.name()));
        return;
    }
    List<String> faults = faults(libraries, Path.of(args[0]));
    if (!faults.isEmpty()) {
        faults.forEach(System.err::println);
        System.exit(1);
    }
    Path notices = Path.of(args[2]);
    Files.createDirectories(notices.getParent());
    Files.writeString(notices, notices(libraries, Path.of(args[1])));
}

/// The names under which licences are declared, and which of the licences that may be shipped each of them is.
final Map<String, String> allowed = Map.ofEntries(Map.entry("The Apache License, Version 2.0", "Apache-2.0"),
        Map.entry("Apache-2.0", "Apache-2.0"), Map.entry("The Apache Software License, Version 2.0", "Apache-2.0"),
        Map.entry("The Apache Software License, version 2.0", "Apache-2.0"), Map.entry("MIT", "MIT"),
        Map.entry("MIT License", "MIT"), Map.entry("GNU 3", "GPL-3.0"),
        Map.entry("GNU Lesser General Public License 2.1", "LGPL-2.1"), Map.entry("0BSD", "0BSD"),
        Map.entry("BSD 2-Clause License", "BSD-2-Clause"), Map.entry("The BSD 2-Clause License", "BSD-2-Clause"));

List<String> faults(List<Library> libraries, Path list) throws IOException {
    Map<String, String> expected = new TreeMap<>();
    for (String line : Files.readAllLines(list)) {
        String[] words = line.split(" +");
        expected.put(words[1], words[0]);
    }
    List<String> faults = new ArrayList<>();
    for (Library library : libraries) {
        String checksum = expected.remove(library.name());
        if (checksum == null) {
            faults.add(list + ": " + library.name() + " is shipped, but not in this list");
        } else if (!checksum.equals(library.checksum())) {
            faults.add(library.jar() + ": SHA-256 is " + library.checksum() + ", expected " + checksum);
        }
        if (!allowed.containsKey(library.licence())) {
            faults.add(library.name() + ": licence is \"" + library.licence() + "\", expected one of " + allowed.keySet());
        }
    }
    expected.keySet().forEach(name -> faults.add(list + ": " + name + " is in this list, but not shipped"));
    return faults;
}

/// What the jar says of the libraries in it: a list, then each licence text once, under the names of who has it.
String notices(List<Library> libraries, Path folder) throws IOException {
    StringBuilder text = new StringBuilder("""
            Hadamask contains code of these libraries, as far as it can be reached. Their notices are in META-INF/NOTICE.

            """);
    Map<String, List<String>> owners = new LinkedHashMap<>();
    for (Library library : libraries) {
        text.append(library.name()).append("  ").append(allowed.get(library.licence())).append('\n');
        for (String licence : library.texts()) {
            owners.computeIfAbsent(licence, _ -> new ArrayList<>()).add(library.name());
        }
    }
    try (var files = Files.list(folder)) {
        for (Path file : files.sorted().toList()) {
            owners.computeIfAbsent(Files.readString(file).strip(), _ -> new ArrayList<>())
                    .add(file.getFileName().toString().replace(".txt", ""));
        }
    }
    owners.forEach((licence, names) -> text.append("\n---- ").append(String.join(", ", names)).append("\n\n")
            .append(licence).append('\n'));
    return text.toString();
}

/// A library in Maven's local repository.
///
/// @param name `GROUP:ARTIFACT:VERSION`
/// @param checksum its SHA-256, hexadecimal
/// @param licence the name of its licence, as declared
record Library(String name, Path jar, String checksum, String licence) {
    static Library of(Path jar) throws Exception {
        Path version = jar.getParent();
        Path artifact = version.getParent();
        Path pom = version.resolve(artifact.getFileName() + "-" + version.getFileName() + ".pom");
        Element project = project(pom);
        String group = child(project, "groupId");
        Element parent = element(project, "parent");
        if (group == null && parent != null) {
            group = child(parent, "groupId");
        }
        Path repository = artifact;
        for (String ignored : group.split("\\.")) {
            repository = repository.getParent();
        }
        return new Library(group + ":" + artifact.getFileName() + ":" + version.getFileName(), jar, sha256(jar),
                licence(project, repository.getParent()));
    }

    /// The licence texts in the jar. What stands in META-INF/NOTICE comes into the package by itself, a notice elsewhere does not.
    List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
                if (entry.getName().matches("META-INF/LICENSE(\\.txt|\\.md)?|LICENSE|NOTICE")) {
                    texts.add(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8).strip());
                }
            }
        }
        return texts;
    }

    /// What a project or the next of its ancestors declares; several licences are one text.
    private static String licence(Element project, Path repository) throws Exception {
        Element licences = element(project, "licenses");
        if (licences != null) {
            List<String> names = new ArrayList<>();
            for (Node node = licences.getFirstChild(); node != null; node = node.getNextSibling()) {
                if (node instanceof Element licence) {
                    names.add(child(licence, "name"));
                }
            }
            return String.join("; ", names);
        }
        Element parent = element(project, "parent");
        if (parent == null) {
            return "none";
        }
        Path folder = repository.resolve(child(parent, "groupId").replace('.', '/')).resolve(child(parent, "artifactId"))
                .resolve(child(parent, "version"));
        return licence(project(folder.resolve(child(parent, "artifactId") + "-" + child(parent, "version") + ".pom")),
                repository);
    }

    private static Element project(Path pom) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(pom.toFile()).getDocumentElement();
    }

    private static Element element(Element parent, String name) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                return element;
            }
        }
        return null;
    }

    private static String child(Element parent, String name) {
        Element element = element(parent, name);
        return element == null ? null : element.getTextContent().strip();
    }

    private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
