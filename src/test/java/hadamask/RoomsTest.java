package hadamask;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The rooms of the house: who may know whom, and which library is known where.
///
///     hadamask -> cli -> batch -> plot -> {region, cluster} -> {segment, distance, codec} -> {image, table} -> matrix -> file -> parallel
///
/// Rooms of one brace do not import each other.
class RoomsTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("hadamask");

    /// The floors from top to bottom; a room may import the rooms of every floor below its own.
    private static final List<List<String>> FLOORS = List.of(List.of("cli"), List.of("batch"), List.of("plot"),
            List.of("region", "cluster"), List.of("segment", "distance", "codec"), List.of("image", "table"),
            List.of("matrix"),
            List.of("file"), List.of("parallel"));

    /// No folder of commands has more files, so that one look finds its way.
    private static final int MAX_FILES = 25;

    private static void hold(ArchRule rule) {
        rule.allowEmptyShould(true).check(HOUSE);
    }

    private static String room(String name) {
        return "hadamask." + name + "..";
    }

    private static String[] rooms(List<String> names) {
        return names.stream().map(RoomsTest::room).toArray(String[]::new);
    }

    @Test
    void noRoomImportsARoomAboveIt() {
        var floors = layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true)
                .layer("entry").definedBy("hadamask");
        for (List<String> floor : FLOORS) {
            floors = floors.layer(floor.toString()).definedBy(rooms(floor));
        }
        floors = floors.whereLayer("entry").mayNotBeAccessedByAnyLayer();
        String[] above = {"entry"};
        for (List<String> floor : FLOORS) {
            floors = floors.whereLayer(floor.toString()).mayOnlyBeAccessedByLayers(above);
            String[] more = java.util.Arrays.copyOf(above, above.length + 1);
            more[above.length] = floor.toString();
            above = more;
        }
        hold(floors);
    }

    @Test
    void roomsOfOneFloorDoNotImportEachOther() {
        for (List<String> floor : FLOORS) {
            for (String room : floor) {
                List<String> others = floor.stream().filter(other -> !other.equals(room)).toList();
                if (!others.isEmpty()) {
                    hold(noClasses().that().resideInAPackage(room(room)).should().dependOnClassesThat()
                            .resideInAnyPackage(rooms(others)));
                }
            }
        }
    }

    /// Within the command line: options know no command, and a command knows what all commands share.
    @ParameterizedTest
    @CsvSource({"hadamask.cli.option, hadamask.cli hadamask.cli.image hadamask.cli.table",
        "hadamask.cli, hadamask.cli.image hadamask.cli.table", "hadamask.cli.image, hadamask.cli.table",
        "hadamask.cli.table, hadamask.cli.image",
        "hadamask.cli.image.measure, hadamask.cli.image hadamask.cli.table",
        "hadamask.cli.image.mask, hadamask.cli.image hadamask.cli.table",
        "hadamask.cli.option, hadamask.cli.image.measure hadamask.cli.image.model",
        "hadamask.cli.image.model, hadamask.cli.image hadamask.cli.image.measure hadamask.cli.table"})
    void commandsStandAboveWhatTheyShare(String room, String above) {
        hold(noClasses().that().resideInAPackage(room).should().dependOnClassesThat()
                .resideInAnyPackage(above.split(" ")));
    }

    /// Each format knows what all formats share, and those whose files may stand inside its own; the decoder knows all.
    @Test
    void codecsStandBelowTheDecoderOfAllFormats() {
        hold(noClasses().that().resideInAPackage("hadamask.codec.*..").should().dependOnClassesThat()
                .resideInAPackage("hadamask.codec"));
        hold(noClasses().that().resideInAPackage("hadamask.codec.format").should().dependOnClassesThat(
                JavaClass.Predicates.resideInAPackage("hadamask.codec..")
                        .and(JavaClass.Predicates.resideOutsideOfPackage("hadamask.codec.format"))));
        hold(slices().matching("hadamask.codec.(*)..").should().beFreeOfCycles());
    }

    /// What is read knows nothing of what is written, nor the other way round; both know the model.
    @ParameterizedTest
    @CsvSource({"hadamask.table, text read write number", "hadamask.table.number, array text read write",
        "hadamask.table.array, number text read write", "hadamask.table.text, read write",
        "hadamask.table.read, write", "hadamask.table.write, array text read"})
    void tablesAreReadAndWrittenApart(String room, String others) {
        hold(noClasses().that().resideInAPackage(room).should().dependOnClassesThat().resideInAnyPackage(
                Stream.of(others.split(" ")).map(other -> "hadamask.table." + other).toArray(String[]::new)));
    }

    /// A stage knows neither those behind it nor the methods that are made of them.
    @ParameterizedTest
    @CsvSource({"refine, plane cluster local product", "plane, cluster local product", "cluster, local refine product",
        "local, cluster product", "product, plane cluster local"})
    void stagesDoNotKnowWhatFollows(String stage, String others) {
        List<String> above = new ArrayList<>(List.of("hadamask.segment"));
        Stream.of(others.split(" ")).forEach(other -> above.add("hadamask.segment." + other));
        hold(noClasses().that().resideInAPackage("hadamask.segment." + stage).should().dependOnClassesThat()
                .resideInAnyPackage(above.toArray(String[]::new)));
    }

    @Test
    void noFolderOfCommandsIsCrowded() throws IOException {
        Path cli = Path.of(System.getProperty("basedir"), "src", "main", "java", "hadamask", "cli");
        try (Stream<Path> folders = Files.walk(cli)) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                try (Stream<Path> files = Files.list(folder)) {
                    long count = files.filter(Files::isRegularFile).count();
                    assertTrue(count <= MAX_FILES, folder + " has " + count + " files");
                }
            }
        }
    }

    @Test
    void noRoomsFormACircle() {
        hold(slices().matching("hadamask.(*)..").should().beFreeOfCycles());
    }

    @Test
    void thereAreNoRoomsButThese() {
        List<String> known = FLOORS.stream().flatMap(List::stream).map(RoomsTest::room).toList();
        hold(noClasses().should().resideOutsideOfPackages(
                java.util.stream.Stream.concat(known.stream(), java.util.stream.Stream.of("hadamask"))
                        .toArray(String[]::new)));
    }

    @ParameterizedTest
    @CsvSource({"picocli.., cli", "smile.., segment cluster", "boofcv.., segment", "georegression.., segment",
        "org.ddogleg.., segment", "org.ejml.., matrix segment", "javax.imageio.., codec",
        "com.luciad.., codec", "java.awt.., codec plot"})
    void aLibraryIsKnownInItsRoomOnly(String library, String rooms) {
        hold(noClasses().that().resideOutsideOfPackages(rooms(List.of(rooms.split(" ")))).should().dependOnClassesThat()
                .resideInAPackage(library));
    }

    @Test
    void belowTheCommandLineNothingIsPrintedAndNothingExits() {
        var below = JavaClass.Predicates.resideOutsideOfPackages("hadamask", "hadamask.cli..");
        hold(noClasses().that(below).should().accessField(System.class, "out"));
        hold(noClasses().that(below).should().accessField(System.class, "err"));
        hold(noClasses().that(below).should().callMethod(System.class, "exit", int.class));
        hold(noClasses().that(below).should().callMethod(Throwable.class, "printStackTrace"));
        hold(noClasses().that(below).should().callMethod(Throwable.class, "printStackTrace", PrintStream.class));
        hold(noClasses().that(below).should().callMethod(Throwable.class, "printStackTrace", PrintWriter.class));
        hold(noClasses().that(below).should()
                .dependOnClassesThat(resideInAnyPackage("java.util.logging..", "org.slf4j..")));
    }

    @Test
    void exceptForTheEntryNobodyLeavesTheProcess() {
        hold(noClasses().that().doNotHaveFullyQualifiedName("hadamask.Hadamask").should().callMethod(System.class,
                "exit", int.class));
    }

    @Test
    void filesAreOpenedInTheFileRoomAlone() {
        hold(noClasses().that()
                .resideInAnyPackage(
                        rooms(List.of("plot", "cluster", "segment", "distance", "matrix", "image", "codec")))
                .should().dependOnClassesThat().haveFullyQualifiedName("java.nio.file.Files"));
    }

    /// Beside that room, two classes have a thread that the virtual machine starts when it ends.
    @Test
    void threadsAreStartedInTheParallelRoomAlone() {
        Pattern starts = Pattern.compile("java\\.lang\\.Thread\\.(<init>|start.*|of.*)|java\\.util\\.Timer\\..*"
                + "|java\\.util\\.concurrent\\.(.*Execut|ForkJoin|Completable|CountedCompleter|Recursive|Structured).*"
                + "|java\\.util\\.(stream\\..*\\.parallel|.*\\.parallelStream)");
        Set<String> users = new TreeSet<>();
        for (JavaClass one : HOUSE) {
            if (one.getAccessesFromSelf().stream().map(access -> access.getTarget())
                    .anyMatch(to -> starts.matcher(to.getOwner().getName() + "." + to.getName()).matches())) {
                users.add(one.getName().replaceFirst("\\$.*", ""));
            }
        }
        assertTrue(users.removeIf(user -> user.startsWith("hadamask.parallel.")));
        assertEquals(Set.of("hadamask.cli.Interruption", "hadamask.file.Temporary"), users);
    }

    @Test
    void belowTheCommandLineNoMessageNamesAnOption() throws IOException {
        Pattern option = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*(?<![\\w-])--[a-z][a-z-]+");
        Path house = Path.of(System.getProperty("basedir"), "src", "main", "java", "hadamask");
        try (Stream<Path> files = Files.walk(house)) {
            List<String> found = new ArrayList<>();
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).sorted().toList()) {
                Path room = house.relativize(file);
                if (room.getNameCount() == 1 || room.startsWith("cli")) {
                    continue;
                }
                for (String line : Files.readAllLines(file)) {
                    if (!line.strip().startsWith("//") && option.matcher(line).find()) {
                        found.add(room + ": " + line.strip());
                    }
                }
            }
            assertEquals(List.of(), found);
        }
    }
}
