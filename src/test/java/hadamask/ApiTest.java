package hadamask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What other programs may use: packages that say so, without what is marked `@hidden` in them.
class ApiTest {
    private static final Path PROJECT = Path.of(System.getProperty("basedir", "."));
    private static final Path SOURCES = PROJECT.resolve("src/main/java");
    private static final Pattern PACKAGE = Pattern
            .compile("(?m)^/// \\*\\*(API|Internal)\\.\\*\\*(?s:.*)^package (.*);");
    /// The class, or the method, that is declared behind the mark.
    private static final Pattern HIDDEN = Pattern.compile(
            "/// @hidden .*\\n(?:\\s*(?:///|@).*\\n)*(?:.*?(?:class|record|enum|interface) (?<type>\\w+)|.*?(?<method>\\w+)\\()");

    /// `API` or `Internal`, for each package.
    private static final Map<String, String> KINDS = new TreeMap<>();
    private static final Set<String> HIDDEN_NAMES = new TreeSet<>();

    @BeforeAll
    static void readTheSources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String text = Files.readString(file);
                if (file.endsWith("package-info.java")) {
                    Matcher found = PACKAGE.matcher(text);
                    assertTrue(found.find(), file + " does not say whether it is part of the API");
                    KINDS.put(found.group(2), found.group(1));
                }
                String type = SOURCES.relativize(file).toString().replace(".java", "").replace('/', '.');
                for (Matcher hidden = HIDDEN.matcher(text); hidden.find();) {
                    HIDDEN_NAMES.add(hidden.group("type") != null ? type : type + "." + hidden.group("method"));
                }
            }
        }
    }

    private static Set<String> internal() {
        return KINDS.keySet().stream().filter(name -> "Internal".equals(KINDS.get(name)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isOffered(JavaClass type) {
        JavaClass top = type;
        while (top.getEnclosingClass().isPresent()) {
            if (!top.getModifiers().contains(JavaModifier.PUBLIC)) {
                return false;
            }
            top = top.getEnclosingClass().get();
        }
        return top.getModifiers().contains(JavaModifier.PUBLIC) && "API".equals(KINDS.get(top.getPackageName()))
                && !HIDDEN_NAMES.contains(top.getName());
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith("hadamask") || type.getPackageName().startsWith("com.luciad");
    }

    private static boolean isOffered(JavaMember member) {
        return (member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED))
                && !HIDDEN_NAMES.contains(member.getOwner().getName() + "." + member.getName()) && isCallable(member);
    }

    /// Of a sealed interface all methods are public; who cannot name the type of a parameter cannot call one.
    private static boolean isCallable(JavaMember member) {
        return !(member instanceof JavaMethod method) || method.getRawParameterTypes().stream().allMatch(
                type -> !isOurs(type) || type.getModifiers().contains(JavaModifier.PUBLIC));
    }

    /// Types of the house and of libraries that a class speaks of in what it offers.
    private static Stream<String> spokenOf(JavaClass type) {
        Stream<JavaClass> members = type.getMembers().stream().filter(ApiTest::isOffered)
                .flatMap(member -> member.getAllInvolvedRawTypes().stream());
        Stream<JavaClass> parents = Stream.concat(type.getRawSuperclass().stream(), type.getRawInterfaces().stream());
        return Stream.concat(members, parents).map(JavaClass::getBaseComponentType)
                .filter(other -> isOurs(other) ? !isOffered(other) : !other.getPackageName().startsWith("java"))
                .filter(other -> !other.isPrimitive()).map(other -> type.getName() + " -> " + other.getName());
    }

    @Test
    void whatIsOfferedSpeaksOfNothingElse() {
        JavaClasses house = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("hadamask");
        assertEquals("", house.stream().filter(ApiTest::isOffered).flatMap(ApiTest::spokenOf).distinct().sorted()
                .collect(Collectors.joining("\n")));
    }

    @Test
    void theDocumentationLeavesOutWhatIsInternal() throws IOException {
        Matcher excluded = Pattern.compile("<excludePackageNames>(.*)</excludePackageNames>")
                .matcher(Files.readString(PROJECT.resolve("pom.xml")));
        assertTrue(excluded.find());
        Set<String> expected = internal();
        expected.remove("hadamask"); // would leave out all below it
        expected.removeIf(name -> name.startsWith("hadamask.cli."));
        expected.addAll(List.of("hadamask.cli.*", "com.luciad.imageio.webp"));
        assertEquals(expected, new TreeSet<>(List.of(excluded.group(1).split(":"))));
    }
}
